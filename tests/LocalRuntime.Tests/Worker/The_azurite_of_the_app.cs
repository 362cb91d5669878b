using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Azure.Data.Tables;
using LocalRuntime.Azurite;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalRuntime.Tests.Worker;

public sealed class The_azurite_of_the_app : IDisposable
{
    readonly int port = FreePort();
    readonly AzuriteInstallation installation = AzuriteInstallation.Find()! with { DataFolder = Directory.CreateTempSubdirectory("azurite-").FullName };

    public void Dispose() => Directory.Delete(installation.DataFolder, recursive: true);

    [Fact]
    public async Task Is_started_saves_at_a_stop_and_is_there_again_at_the_next_start()
    {
        var row = new TableEntity("a", "b") { ["Word"] = "kept" };
        var table = new TableClient(DevelopmentStorage.ConnectionString(port), "Words");
        await using (var first = await Started())
        {
            await table.CreateAsync();
            await table.AddEntityAsync(row);
        }

        Assert.False(await TablePort.AnswersAsync(port, CancellationToken.None));
        await using var second = await Started();

        Assert.Equal("kept", (await table.GetEntityAsync<TableEntity>("a", "b")).Value.GetString("Word"));
    }

    [Fact]
    public async Task Lives_in_a_process_group_of_its_own()
    {
        await using var server = await Started();

        var process = (await File.ReadAllTextAsync(installation.ProcessFile(port))).Split(' ')[0];
        var group = (await File.ReadAllTextAsync($"/proc/{process}/stat")).Split(' ')[4];

        Assert.Equal(process, group);
    }

    [Fact]
    public async Task That_a_killed_app_left_behind_is_used_and_stopped_by_the_next_one()
    {
        _ = await Started();   // never stopped, and its owner is gone: the app was killed
        var lines = await File.ReadAllLinesAsync(installation.ProcessFile(port));
        await File.WriteAllLinesAsync(installation.ProcessFile(port), [lines[0], "1 2026-01-01T00:00:00.0000000Z"]);

        await using (var next = await Started())
        {
            Assert.True(await TablePort.AnswersAsync(port, CancellationToken.None));
        }

        Assert.False(await TablePort.AnswersAsync(port, CancellationToken.None));
    }

    [Fact]
    public async Task That_another_running_app_started_is_used_and_left_alone()
    {
        await using var first = await Started();

        await using (await Started())
        {
        }

        Assert.True(await TablePort.AnswersAsync(port, CancellationToken.None));
    }

    [Fact]
    public async Task That_somebody_else_started_is_used_and_left_alone()
    {
        await using var theirs = await Started();
        var elsewhere = installation with { DataFolder = Path.Combine(installation.DataFolder, "elsewhere") };

        await using (var server = new AzuriteServer(elsewhere, NullLogger.Instance))
        {
            await server.EnsureRunningAsync(port, CancellationToken.None);
        }

        Assert.True(await TablePort.AnswersAsync(port, CancellationToken.None));
    }

    [Fact]
    public async Task Is_not_taken_for_whatever_else_listens_on_its_port()
    {
        using var listener = new HttpListener { Prefixes = { string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/") } };
        listener.Start();
        var request = listener.GetContextAsync().ContinueWith(context => context.Result.Response.Close(), TaskScheduler.Default);

        var refused = await Assert.ThrowsAsync<AzuriteException>(Started);

        await request;
        Assert.Contains($"Port {port} is taken", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Azurite:TablePort", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_is_not_installed_is_told_with_what_helps()
    {
        await using var server = new AzuriteServer(null, NullLogger.Instance);

        var refused = await Assert.ThrowsAsync<AzuriteException>(() => server.EnsureRunningAsync(port, CancellationToken.None));

        Assert.Contains("npm ci", refused.Message, StringComparison.Ordinal);
    }

    async Task<AzuriteServer> Started()
    {
        var server = new AzuriteServer(installation, NullLogger.Instance);
        await server.EnsureRunningAsync(port, CancellationToken.None);
        return server;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
