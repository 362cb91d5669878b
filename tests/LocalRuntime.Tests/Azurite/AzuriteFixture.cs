namespace LocalRuntime.Tests.Azurite;

/// <summary>Table Storage for a test class: <c>IClassFixture&lt;AzuriteFixture&gt;</c>. All classes of the project share one Azurite and keep apart by the prefix of their tables.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    static readonly Lazy<Task<AzuriteProcess>> Shared = new(AzuriteProcess.StartAsync);

    /// <summary>The connection string of the running Azurite.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>A prefix for the table names of one test, never given before: a letter, then letters and digits.</summary>
    public static string NewPrefix() => $"T{Guid.NewGuid():N}"[..16];

    public async Task InitializeAsync() => ConnectionString = (await Shared.Value).ConnectionString;

    public Task DisposeAsync() => Task.CompletedTask;   // it ends with the test process
}
