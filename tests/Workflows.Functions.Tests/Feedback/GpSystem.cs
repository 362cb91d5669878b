using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Directory;

namespace Workflows.Functions.Tests.Feedback;

/// <summary>A GP's system on a real port of this machine.</summary>
sealed class GpSystem : IAsyncDisposable
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    readonly WebApplication app;

    GpSystem(WebApplication app) => this.app = app;

    /// <summary>Answers a call.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = Status(StatusCodes.Status204NoContent);

    public List<Received> Calls { get; } = [];

    public Callback Callback { get; private set; } = null!;

    public static Func<HttpContext, Task> Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    public static async Task<GpSystem> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var system = new GpSystem(builder.Build());
        system.app.Run(system.ReceiveAsync);
        await system.app.StartAsync();
        system.Callback = new(new Uri($"{system.app.Urls.Single()}/inbox"), [Secret]);
        return system;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Calls.Add(new(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray()));
        await Answer(context);
    }

    public sealed record Received(Dictionary<string, string> Headers, byte[] Body);
}
