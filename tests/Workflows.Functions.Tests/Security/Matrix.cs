using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Audit;
using Workflows.Functions.Commands;
using Workflows.Functions.Intake.Waiting;
using Workflows.Functions.Pages;
using Workflows.Functions.Security;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Security;

/// <summary>Everybody calls everything, about one and the same referral and what belongs to it; what they are answered is a table.</summary>
/// <param name="app">The whole app.</param>
/// <param name="referral">A referral from practice 01999901 to Welzijn Zuid; Anna has it.</param>
/// <param name="parked">What a form sent to Welzijn Zuid and nobody could read.</param>
/// <param name="selection">A selection of practice 01999901.</param>
/// <param name="other">Another referral, of another client.</param>
sealed class Matrix(WholeApp app, string referral, string parked, string selection, string other)
{
    /// <summary>Clients are no sample people: they are known by their referral.</summary>
    const string Client = "client";

    const string OtherClient = "other client";

    /// <summary>Who calls: a heading, and who that is among the sample people.</summary>
    static readonly (string Heading, string? Caller)[] Callers =
    [
        ("nobody", null),
        ("a system", "Bearer local-form-key"),
        ("its practice", "referrer/01999901"),
        ("another practice", "referrer/01999902"),
        ("its worker", "worker/anna"),
        ("a colleague", "worker/bram"),
        ("its coordinator", "coordinator/cora"),
        ("elsewhere a practice", "referrer/01999903"),
        ("elsewhere a worker", "worker/dirk"),
        ("elsewhere a coordinator", "coordinator/coen"),
        ("its client", Client),
        ("another client", OtherClient),
        ("funder", "funder/gemeente"),
        ("administrator", "administrator/admin"),
    ];

    public static async Task<Matrix> AboutAReferralAsync(WholeApp app)
    {
        var referral = await app.SubmitAsync();
        await app.CallAsync("worker/anna", "POST", $"/api/referrals/{referral}/commands/accept");
        await app.CallAsync("worker/anna", "POST", $"/api/referrals/{referral}/commands/plan-handover", new { at = app.Get<TimeProvider>().GetUtcNow().AddDays(1), form = "phone" });
        await app.CallAsync("worker/anna", "POST", $"/api/referrals/{referral}/commands/record-handover", new { result = "held" });
        var waiting = app.Get<WaitingSubmissions>();
        var content = new WaitingContent(System.Text.Json.JsonElement.Parse("{}"), [], []);
        var (parked, selection) = ($"{referral}p", $"{referral}s");
        await waiting.AddAsync(WaitingPlace.Parked("welzijn-zuid", parked), parked, "form", content);
        await waiting.AddAsync(WaitingPlace.Selected("01999901", selection, 1), selection, selection, content);
        return new(app, referral, parked, selection, await app.SubmitAsync());
    }

    /// <summary>What the document says, made anew.</summary>
    public async Task<string> TableAsync()
    {
        List<string> lines = [$"| call | {string.Join(" | ", Callers.Select(caller => caller.Heading))} |", $"|---|{string.Concat(Callers.Select(_ => ":-:|"))}"];
        foreach (var (method, route) in Guarded)
        {
            List<string> cells = [];
            foreach (var (_, caller) in Callers)
            {
                cells.Add(Cell((await CallAsync(caller, method, Address(route, referral))).Status));
            }

            lines.Add($"| `{method.ToUpperInvariant()} /{route}` | {string.Join(" | ", cells)} |");
        }

        return string.Join('\n', lines);
    }

    /// <summary>What is answered about the referral to those for whom it is not there, and differs from what is answered about one that never was.</summary>
    public async Task<IReadOnlyList<string>> TellTalesAsync()
    {
        List<string> told = [];
        var unknown = Guid.NewGuid().ToString("N");
        foreach (var (method, route) in Guarded.Where(call => Address(call.Route, referral) != Address(call.Route, unknown)))
        {
            foreach (var (_, caller) in Callers)
            {
                var about = await CallAsync(caller, method, Address(route, referral));
                var never = await CallAsync(caller, method, Address(route, unknown));
                if (about.Status is 404 && Said(about, referral) != Said(never, unknown))
                {
                    told.Add($"{caller} {method} {route}: {Said(about, referral)}, but {Said(never, unknown)}");
                }
            }
        }

        return told;

        static string Said(WholeApp.Answer answer, string id) => $"{answer.Status} {answer.Text.Replace(id, "id", StringComparison.Ordinal)}";
    }

    /// <summary>What answers everybody, or whoever signed what they send.</summary>
    public static string Open() => string.Join('\n', Called.Where(call => call.Policy.IsPublic).Select(call => $"- `{call.Method.ToUpperInvariant()} /{call.Route}`{(call.Policy.IsSigned ? ", signed" : "")}"));

    static IEnumerable<(string Method, string Route)> Guarded => Called.Where(call => !call.Policy.IsPublic).Select(call => (call.Method, call.Route));

    static IEnumerable<(string Method, string Route, Policy Policy)> Called =>
        from function in HttpFunctions.All
        from method in function.Trigger.Methods ?? []
        select (Method: method, Route: function.Trigger.Route is FrontDoor.Root ? "" : function.Trigger.Route!, Policy: Access.PolicyOf(function.Name)) into call
        orderby Path(call.Route), call.Method
        select call;

    /// <summary>Sorts a folder's own calls before those of what is in it.</summary>
    static string Path(string route) => route.Replace('{', '!');

    /// <summary>Whether somebody got as far as the thing itself; whether what they brought along was right does not matter here.</summary>
    static string Cell(int status) => status switch
    {
        401 => "who?",
        403 => "no",
        404 => "none",
        _ when status < 500 => "**yes**",
        _ => $"{status}",
    };

    /// <summary>With nothing in it that could be taken: the same thing is there for the next caller. What is no API is sent as a form.</summary>
    Task<WholeApp.Answer> CallAsync(string? who, string method, string path)
    {
        var caller = who switch { Client => $"client/{referral}", OtherClient => $"client/{other}", _ => who };
        return method is "get" ? app.CallAsync(caller, "GET", path)
        : path.StartsWith("/api/", StringComparison.Ordinal) || caller?.StartsWith("Bearer ", StringComparison.Ordinal) is true ? app.CallAsync(caller, method.ToUpperInvariant(), path, new { })
        : app.SendFormAsync(caller, path);
    }

    /// <param name="route">A function's route.</param>
    /// <param name="about">The referral in it.</param>
    string Address(string route, string about) => $"/{string.Join('/', route.Split('/').Select(part => part.StartsWith('{') ? Value(route, part, about) : part))}";

    string Value(string route, string part, string about) => (route.Split('/'), part) switch
    {
        ([_, "parked", ..] or [_, "aanmeldingen", ..], "{id}") => parked,
        ([_, "referrals", ..] or ["werk" or "praktijk" or "regie" or "brief", ..], "{id}") => about,
        ([_, "selections", ..], "{id}") or (_, "{selection}") => selection,
        ([_, "insights", ..], "{id}") => about,
        (_, "{row}") => "1",
        (_, "{organisation}") => "welzijn-zuid",
        (_, "{part}") => "workers",
        ([_, "organisations", ..] or ["gids", ..], "{id}" or "{id?}") => "anna",
        (_, "{number?}") => "",
        (_, "{practice}") => "01999901",
        (_, "{version}") => "default.1",
        (_, "{command}") => "log-contact",
        (_, "{instrument}") => "who-5",
        (_, "{queue}") => "notifications",
        (_, "{sequenceNumber}") => "1",
        (_, "{backup}") => "20260413T080000Z",
        (_, "{token}") => "token",
        (_, "{secret}") => "secret",
        (_, "{right}") => "access",
        _ => throw new ArgumentException($"Say what {part} of {route} is when it is about the referral of this table."),
    };
}
