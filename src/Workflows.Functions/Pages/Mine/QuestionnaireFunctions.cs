using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Audit;
using Workflows.Functions.Pages.Cases;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Referrals.Outcomes;

namespace Workflows.Functions.Pages.Mine;

/// <summary>A questionnaire, filled in by the client.</summary>
sealed class QuestionnaireFunctions(Screens screens, MyScreens mine, MyCommands commands)
{
    const string Command = "record-measurement";

    /// <summary><c>GET /mijn/vragenlijst/{instrument}</c>.</summary>
    [Function("AskForQuestionnaire")]
    public async Task<IResult> Ask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "mijn/vragenlijst/{instrument}")] HttpRequest request, string instrument, CancellationToken cancellation) =>
        await mine.OpenAsync(request, AuditEvents.ReferralRead, cancellation) is { } seen && Find(seen, instrument) is { } found
            ? await ShowAsync(request, found, FormState.New())
            : Problem.Of(ProblemKind.NotFound);

    /// <summary><c>POST /mijn/vragenlijst/{instrument}</c>.</summary>
    [Function("SendQuestionnaire")]
    public async Task<IResult> Send(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "mijn/vragenlijst/{instrument}")] HttpRequest request,
        string instrument,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return Problem.Of(ProblemKind.UnsupportedMediaType);
        }

        if (await mine.OpenAsync(request, AuditEvents.ReferralRead, cancellation) is not { } seen || Find(seen, instrument) is not { } found)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var (typed, language) = (await request.ReadFormAsync(cancellation), LanguageOfPages.Of(request));
        var form = new MeasurementForm(found, language);
        if (MeasurementForm.IsEmpty(typed))
        {
            return await ShowAsync(request, found, new(typed.ToDictionary(), [form.Nothing()]), StatusCodes.Status422UnprocessableEntity);
        }

        var given = await commands.GiveAsync(request, Command, form.Body(typed), client, cancellation);
        return given is { Problem: { Errors.Count: > 0 } wrong }
            ? await ShowAsync(request, found, new(typed.ToDictionary(), form.Errors(wrong)), StatusCodes.Status422UnprocessableEntity)
            : MyCommands.Answer(given, "/mijn/verwijzing", Command);
    }

    /// <summary>Also one that is not due: a worker may ask the client to fill it in on a phone of their own.</summary>
    static Instrument? Find(SeenReferral seen, string instrument) =>
        MyScreens.OpenTo(seen).Contains(Command) && seen.Referral.Pathway.Instruments.Contains(instrument) ? Instruments.Find(instrument) : null;

    Task<IResult> ShowAsync(HttpRequest request, Instrument instrument, FormState form, int status = StatusCodes.Status200OK) =>
        screens.ShowAsync<QuestionnairePage>(request, new { Instrument = instrument, Form = form }, status);
}
