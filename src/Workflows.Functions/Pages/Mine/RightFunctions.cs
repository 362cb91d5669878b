using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Audit;
using Workflows.Functions.Pages.Cases;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Storage;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Mine;

/// <summary>What a client can ask by law, by when it is answered, and what was answered.</summary>
sealed class RightFunctions(Screens screens, MyScreens mine, MyCommands commands, DossierStore dossiers)
{
    const string Command = "request-right";
    const string Note = "note";

    /// <summary><c>GET /mijn/rechten</c>.</summary>
    [Function("ShowMyRights")]
    public async Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "mijn/rechten")] HttpRequest request, CancellationToken cancellation)
    {
        if (await mine.OpenAsync(request, AuditEvents.TimelineRead, cancellation) is not { } seen)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var (language, events, dossier) = (LanguageOfPages.Of(request), await mine.EventsAsync(seen, cancellation), await dossiers.ReadAllAsync(seen.Referral.Id, cancellation));
        return await screens.ShowAsync<RightsPage>(request, new
        {
            Open = OpenRequest.Of(seen.Referral, events, dossier),
            Answered = AnsweredRequest.Of(events, dossier, language),
            Rights = (IReadOnlyList<ClientRight>)[.. Enum.GetValues<ClientRight>().Where(right => MayAsk(seen, right))],
            MayWithdraw = MyScreens.OpenTo(seen).Contains("withdraw-consent"),
            Done = MyDone.Of(request, language),
        });
    }

    /// <summary><c>GET /mijn/rechten/{right}</c>.</summary>
    [Function("AskForRight")]
    public async Task<IResult> Ask([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "mijn/rechten/{right}")] HttpRequest request, string right, CancellationToken cancellation) =>
        Find(right) is { } found && await mine.OpenAsync(request, AuditEvents.ReferralRead, cancellation) is { } seen
            ? MayAsk(seen, found) ? await ShowAsync(request, found, FormState.New()) : new SeeOther("/mijn/rechten")
            : Problem.Of(ProblemKind.NotFound);

    /// <summary><c>POST /mijn/rechten/{right}</c>.</summary>
    [Function("RequestMyRight")]
    public async Task<IResult> Send(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "mijn/rechten/{right}")] HttpRequest request, string right, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return Problem.Of(ProblemKind.UnsupportedMediaType);
        }

        if (Find(right) is not { } found)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var (form, language) = (await request.ReadFormAsync(cancellation), LanguageOfPages.Of(request));
        if (found is (ClientRight.Rectification or ClientRight.Access) && string.IsNullOrWhiteSpace(form[Note]))
        {
            return await ShowAsync(request, found, new(form.ToDictionary(), [ErrorOf(found, Text($"Right.{found}.NoteNeeded", language), language)]), StatusCodes.Status422UnprocessableEntity);
        }

        var given = await commands.GiveAsync(request, Command, new { right = Code.Of(found), note = form[Note].ToString() }, client, cancellation);
        return given is { Problem: { Errors: [var wrong, ..] } }
            ? await ShowAsync(request, found, new(form.ToDictionary(), [ErrorOf(found, wrong.Rule.Text.In(language, wrong.Values), language)]), StatusCodes.Status422UnprocessableEntity)
            : MyCommands.Answer(given, "/mijn/rechten", Command);
    }

    /// <summary>What has ended or was withdrawn leaves no use of the data to object to.</summary>
    static bool MayAsk(SeenReferral seen, ClientRight right) =>
        seen.Referral.Requests.All(open => open.Right != right)
        && (right, seen.Referral) switch
        {
            (ClientRight.Erasure, { ErasureGrantedAt: not null }) or (ClientRight.Objection, { ConsentIsWithdrawn: true }) => false,
            _ => true,
        };

    static ClientRight? Find(string right) => Enum.GetValues<ClientRight>().Where(known => Code.Of(known) == right).Select(known => (ClientRight?)known).FirstOrDefault();

    static FormError ErrorOf(ClientRight right, string text, Language language) => new(Note, Text($"Right.{right}.Note", language), text);

    Task<IResult> ShowAsync(HttpRequest request, ClientRight right, FormState form, int status = StatusCodes.Status200OK) =>
        screens.ShowAsync<RightPage>(request, new { Right = right, Form = form }, status);

    static string Text(string name, Language language) => PageTexts.Of(typeof(RightPage), name, language);
}
