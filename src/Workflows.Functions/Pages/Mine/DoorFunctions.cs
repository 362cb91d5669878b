using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Clients;
using Workflows.Functions.Notifications;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Mine;

/// <summary>The door to a client's own pages: the number of the letter, then the code that was sent.</summary>
sealed class DoorFunctions(Screens screens, SignInDesk desk, ClientSession session)
{
    public const string Number = "number";
    public const string Link = "link";
    public const string By = "channel";
    public const string Digits = "code";

    /// <summary>Asks for another code for whom one was asked for already: the number need not be typed again, and stands nowhere.</summary>
    public const string Again = "again";

    /// <summary>Of the ways to get a code: it was handed over already.</summary>
    public const string Handed = "handed";

    const string First = "/mijn/verwijzing";

    /// <summary><c>GET /mijn</c>.</summary>
    [Function("ShowDoor")]
    public async Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "mijn")] HttpRequest request) =>
        request.HttpContext.Features.Get<Caller>() is { Role: Role.Client } ? new SeeOther(First) : await ShowAsync(request, Fresh());

    /// <summary><c>GET /mijn/bericht/{token}</c>: from a message, which takes the place of the letter. It shows nothing of anybody.</summary>
    [Function("ShowDoorOfMessage")]
    public async Task<IResult> ShowFromMessage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "mijn/bericht/{token}")] HttpRequest request, string token, CancellationToken cancellation) =>
        await desk.IsLinkAsync(token, cancellation)
            ? request.HttpContext.Features.Get<Caller>() is { Role: Role.Client } ? new SeeOther(First) : await ShowAsync(request, Fresh((Link, token)))
            : Problem.Of(ProblemKind.LinkExpired);

    /// <summary><c>POST /mijn</c>: has a code sent.</summary>
    [Function("AskForCode")]
    public async Task<IResult> Ask([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "mijn")] HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return Problem.Of(ProblemKind.UnsupportedMediaType);
        }

        var (form, language) = (await request.ReadFormAsync(cancellation), LanguageOfPages.Of(request));
        var asksAgain = form.ContainsKey(Again);
        if ((asksAgain ? session.Asked(request) : await desk.WhoseAsync(form[Number], form[Link], cancellation)) is not { } lookup)
        {
            if (asksAgain)
            {
                return new SeeOther("/mijn");
            }

            FormError wrong = new(Number, Text("Door.Number", language), Text(string.IsNullOrEmpty(form[Link]) ? "Door.NumberWrong" : "Door.LinkWrong", language));
            return await ShowAsync(request, new(form.Where(field => field.Key != Link).ToDictionary(), [wrong]), StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            // A new code would end the one that was handed over.
            if (form[By] != Handed)
            {
                await desk.AskAsync(lookup, form[By] == "email" ? Channel.Email : Channel.Sms, cancellation);
            }
        }
        catch (ServiceBusException)
        {
            return asksAgain ? await ShowCodeAsync(request, FormState.New(), "Door.NotNow", StatusCodes.Status503ServiceUnavailable)
                : await ShowAsync(request, new(form.ToDictionary(), []), StatusCodes.Status503ServiceUnavailable);
        }

        session.Remember(request.HttpContext.Response, lookup);
        return new SeeOther(asksAgain ? $"/mijn/code?{Again}" : "/mijn/code");
    }

    /// <summary><c>GET /mijn/code</c>.</summary>
    [Function("AskForDigits")]
    public async Task<IResult> AskDigits([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "mijn/code")] HttpRequest request) =>
        session.Asked(request) is null ? new SeeOther("/mijn") : await ShowCodeAsync(request, FormState.New(), request.Query.ContainsKey(Again) ? "Code.OnItsWay" : null);

    /// <summary><c>POST /mijn/code</c>: signs in who has the code.</summary>
    [Function("EnterCode")]
    public async Task<IResult> Enter([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "mijn/code")] HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return Problem.Of(ProblemKind.UnsupportedMediaType);
        }

        if (session.Asked(request) is not { } lookup)
        {
            return new SeeOther("/mijn");
        }

        var (form, language) = (await request.ReadFormAsync(cancellation), LanguageOfPages.Of(request));
        if (await desk.EnterAsync(lookup, form[Digits].ToString(), cancellation) is not { } referral)
        {
            // What was typed is not shown again: it counts no more, or never did.
            FormError wrong = new(Digits, Text("Code.Digits", language), Text("Code.Wrong", language));
            return await ShowCodeAsync(request, new(FormStateOf(form), [wrong]), notice: null, StatusCodes.Status422UnprocessableEntity);
        }

        await session.StartAsync(request.HttpContext.Response, referral, cancellation);
        return new SeeOther(First);
    }

    /// <summary><c>POST /mijn/afmelden</c>.</summary>
    [Function("LeaveMine")]
    public async Task<IResult> Leave([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "mijn/afmelden")] HttpRequest request, CancellationToken cancellation)
    {
        await session.EndAsync(request, cancellation);
        return new SeeOther("/mijn");
    }

    static FormState Fresh(params ReadOnlySpan<(string Name, string? Value)> known) => FormState.New([(By, "sms"), .. known]);

    static Dictionary<string, Microsoft.Extensions.Primitives.StringValues> FormStateOf(IFormCollection form) => form.Where(field => field.Key == FormState.KeyField).ToDictionary();

    Task<IResult> ShowAsync(HttpRequest request, FormState form, int status = StatusCodes.Status200OK) => screens.ShowAsync<DoorPage>(
        request,
        new { Form = form, IsAnew = request.Query.ContainsKey(ReturnAddress.AnewQuery), IsAway = status == StatusCodes.Status503ServiceUnavailable },
        status);

    Task<IResult> ShowCodeAsync(HttpRequest request, FormState form, string? notice, int status = StatusCodes.Status200OK) => screens.ShowAsync<CodePage>(request, new { Form = form, Notice = notice }, status);

    static string Text(string name, Language language) => PageTexts.Of(typeof(DoorPage), name, language);
}
