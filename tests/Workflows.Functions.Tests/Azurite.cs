using LocalRuntime.Tests.Azurite;

namespace Workflows.Functions.Tests;

/// <summary>One real Azurite for all tests of this project; they keep apart by the prefix of their tables.</summary>
static class Azurite
{
    static readonly Lazy<Task<AzuriteProcess>> Shared = new(AzuriteProcess.StartAsync);

    public static async Task<string> ConnectionStringAsync() => (await Shared.Value).ConnectionString;
}
