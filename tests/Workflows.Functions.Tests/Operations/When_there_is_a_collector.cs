using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Operations;

namespace Workflows.Functions.Tests.Operations;

[Collection(nameof(WatchedTelemetry))]
public sealed class When_there_is_a_collector : IAsyncLifetime
{
    readonly ConcurrentDictionary<string, string> received = [];
    WebApplication collector = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        collector = builder.Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.MapPost("/{**signal}", async (HttpRequest request, string signal) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received[$"{signal} {request.ContentType}"] = Encoding.Latin1.GetString(body.ToArray());
        });
        await collector.StartAsync();
    }

    public async Task DisposeAsync() => await collector.DisposeAsync();

    Uri Address => new(collector.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");

    [Fact]
    public async Task Traces_and_metrics_leave_at_the_latest_when_the_app_ends()
    {
        using var export = new TelemetryExport(new(Address));
        await export.StartAsync(CancellationToken.None);
        Telemetry.Turn();
        ReferralTrace.Start("turn", "referral-1")!.Dispose();

        await export.StopAsync(CancellationToken.None);

        Assert.Contains("referral-1", received["v1/traces application/x-protobuf"], StringComparison.Ordinal);
        Assert.Contains("workflows.orchestration.turns", received["v1/metrics application/x-protobuf"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_one_nothing_is_measured_and_nothing_leaves()
    {
        using var export = new TelemetryExport(new((Uri?)null));
        await export.StartAsync(CancellationToken.None);
        Telemetry.Turn();

        Assert.Null(ReferralTrace.Start("turn", "referral-1"));
        await export.StopAsync(CancellationToken.None);

        Assert.Empty(received);
    }
}
