using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Workflows.EndToEnd.Tests.Outages;

/// <summary>SendGrid, Twilio and a GP's system in one, on a port of this machine. While it is in trouble each referral meets its own kind of it, with all three.</summary>
sealed class Partner : IAsyncDisposable
{
    static readonly Trouble[] Kinds = Enum.GetValues<Trouble>();

    readonly ConcurrentDictionary<string, Trouble> troubles = new();
    readonly WebApplication app;

    Partner(WebApplication app) => this.app = app;

    /// <summary>Whether it is in trouble.</summary>
    public bool IsInTrouble { get; set; }

    /// <summary>The effect's key of each mail that it took, in order.</summary>
    public ConcurrentQueue<string> Mails { get; } = [];

    /// <summary>The key of each SMS that it took, in order.</summary>
    public ConcurrentQueue<string> Messages { get; } = [];

    /// <summary>The webhook id of each callback that it took, in order.</summary>
    public ConcurrentQueue<string> Callbacks { get; } = [];

    /// <summary>How often it was sent something, also when it took nothing; questions about mails do not count.</summary>
    public ConcurrentQueue<string> Calls { get; } = [];

    /// <summary>The kinds of trouble that it made.</summary>
    public IEnumerable<Trouble> Met => troubles.Values.Distinct();

    /// <summary>The kind that a referral met.</summary>
    public Trouble TroubleOf(string referral) => troubles[referral];

    public Uri Address => new(app.Urls.Single());

    public static async Task<Partner> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var partner = new Partner(builder.Build());
        partner.app.MapGet("/v3/messages", partner.AnswerQuestion);
        partner.app.MapPost("/v3/mail/send", (JsonElement mail, HttpContext http) => partner.TakeAsync(http, mail.GetProperty("custom_args").GetProperty("effect").GetString()!, partner.Mails));
        partner.app.MapPost("/2010-04-01/Accounts/{account}/Messages.json", async http =>
            await partner.TakeAsync(http, (await http.Request.ReadFormAsync())["StatusCallback"].ToString().Split('/')[^1], partner.Messages, """{ "sid": "SM1", "status": "queued" }"""));
        partner.app.MapPost("/local/gp-inbox/{practice}", http => partner.TakeAsync(http, http.Request.Headers["webhook-id"].ToString(), partner.Callbacks));
        await partner.app.StartAsync();
        return partner;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    async Task TakeAsync(HttpContext http, string key, ConcurrentQueue<string> taken, string answer = "")
    {
        Calls.Enqueue(key);
        if (!IsInTrouble)
        {
            taken.Enqueue(key);
            http.Response.StatusCode = StatusCodes.Status202Accepted;
            await http.Response.WriteAsync(answer);
            return;
        }

        // The referral's id is the first part of every key.
        var trouble = troubles.GetOrAdd(key.Split('.', '_')[0], _ => Kinds[troubles.Count % Kinds.Length]);
        if (trouble.Takes)
        {
            taken.Enqueue(key);
        }

        await AnswerAsync(http, trouble);
    }

    static async Task AnswerAsync(HttpContext http, Trouble trouble)
    {
        switch (trouble)
        {
            case Trouble.Down:
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                break;
            case Trouble.TooMany:
                http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                break;
            case Trouble.Broken:
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
            case Trouble.Garbage:
                http.Response.StatusCode = 599;
                http.Response.ContentType = "image/png";
                await http.Response.Body.WriteAsync(Guid.NewGuid().ToByteArray());
                break;
            case Trouble.Slow:
                var gaveUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                await using (http.RequestAborted.Register(gaveUp.SetResult))
                {
                    await gaveUp.Task;
                }

                break;
            case Trouble.CutHalfWay:
                http.Response.StatusCode = StatusCodes.Status202Accepted;
                http.Response.ContentLength = 1000;
                await http.Response.WriteAsync("{ \"half\":");
                await http.Response.Body.FlushAsync();
                http.Abort();
                break;
            case Trouble.CutBefore or Trouble.CutAfterwards:
                http.Abort();
                break;
        }
    }

    IResult AnswerQuestion(string query)
    {
        var key = query.Split('"')[1];
        return IsInTrouble
            ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
            : Results.Json(new { messages = Mails.Where(mail => mail == key).Select(_ => new { }) });
    }
}
