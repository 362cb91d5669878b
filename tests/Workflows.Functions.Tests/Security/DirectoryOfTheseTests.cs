using Workflows.Functions.Directory;
using Workflows.Functions.Tests.Directory;

namespace Workflows.Functions.Tests.Security;

/// <summary>One directory that all tests of callers read and none changes.</summary>
public sealed class DirectoryOfTheseTests : IAsyncLifetime
{
    internal DirectoryStore Store { get; private set; } = null!;

    /// <summary>One in which no administrator has an account.</summary>
    internal static async Task<DirectoryStore> EmptyAsync()
    {
        var storage = await TestStorage.CreateAsync();
        var table = new DirectoryTable(storage.Tables, storage.Master);
        await table.CreateAsync(default);
        return new DirectoryStore(table);
    }

    public async Task InitializeAsync()
    {
        Store = await EmptyAsync();
        var file = DirectoryText.File;
        file["keys"]!.AsArray().Add(new System.Text.Json.Nodes.JsonObject { ["id"] = "local-form", ["name"] = "Formulier", ["key"] = "local-form-key", ["developmentOnly"] = true });
        file["keys"]!.AsArray().Add(Key("expired", "a-key-that-was-valid-until-yesterday", "2026-04-12T00:00:00+02:00", revoked: false));
        file["keys"]!.AsArray().Add(Key("revoked", "a-key-that-was-taken-away-last-week", null, revoked: true));
        await Store.ImportAsync(DirectoryText.Accepted(file));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    static System.Text.Json.Nodes.JsonObject Key(string id, string key, string? expiresAt, bool revoked) =>
        new() { ["id"] = id, ["name"] = id, ["key"] = key, ["organisation"] = "welzijn-zuid", ["expiresAt"] = expiresAt, ["revoked"] = revoked };
}
