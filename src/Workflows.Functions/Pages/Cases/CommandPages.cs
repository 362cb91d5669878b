using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Audit;
using Workflows.Functions.Commands;
using Workflows.Functions.Handover;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Cases;

/// <summary>The form of a command, and the answer to it.</summary>
sealed class CommandPages(Screens screens, ReferralReader referrals, CaseScreens cases, CommandDesk desk, SlotFinder slots, TimeProvider clock)
{
    /// <summary>The next two or three weeks of a usual consultation hour.</summary>
    const int MostSlots = 6;

    /// <summary>Decides nothing, as every GET.</summary>
    public async Task<IResult> AskAsync(HttpRequest request, string id, string command, CancellationToken cancellation)
    {
        if (await referrals.OpenAsync(id, request.Caller, AuditEvents.ReferralRead, ofPerson: false, cancellation) is not { } seen
            || CaseCommands.FieldsOf(command, seen.Referral, LanguageOfPages.Of(request)) is not { } fields)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        if (!CaseCommands.OpenTo(seen).Contains(command))
        {
            var language = LanguageOfPages.Of(request);
            return await ShowRefusedAsync(request, seen, CommandTexts.Text("Refused.NotOpen", language, CommandTexts.Text($"Command.{command}", language)), cancellation);
        }

        var free = await SlotsAsync(seen, fields, cancellation);
        var known = FormState.New(("at", free is [var first, ..] ? first.ToString("O") : null), ("form", Code.Of(seen.Referral.Submission.PreferredHandover)));
        return await ShowFormAsync(request, seen, command, fields, known, FeedbackPreview.Of(command, JsonElement.Parse("{}"), seen.Referral), free);
    }

    public async Task<IResult> SendAsync(HttpRequest request, string id, string command, DurableTaskClient client, CancellationToken cancellation)
    {
        var language = LanguageOfPages.Of(request);
        if (!request.HasFormContentType)
        {
            return Problem.Of(ProblemKind.UnsupportedMediaType);
        }

        if (await referrals.FindAsync(id, request.Caller, AuditEvents.CommandGiven, cancellation) is not { } seen
            || CaseCommands.FieldsOf(command, seen.Referral, language) is not { } fields)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var typed = await request.ReadFormAsync(cancellation);
        var form = new CommandForm(command, fields, language);
        var body = form.Body(typed);
        var preview = FeedbackPreview.Of(command, body, seen.Referral);
        if (preview is not null && typed.ContainsKey(FeedbackPreview.Field))
        {
            return await ShowFormAsync(request, seen, command, fields, new(typed.ToDictionary(), []), preview, []);
        }

        var answer = await desk.TakeAsync(seen, request.Caller, command, FormState.KeyOf(typed), () => Task.FromResult(new JsonBody.Read(body)), client, cancellation);
        if (answer.Problem is { Errors.Count: > 0 } wrong)
        {
            return await ShowFormAsync(request, seen, command, fields, new(typed.ToDictionary(), form.Errors(wrong)), preview, await SlotsAsync(seen, fields, cancellation), StatusCodes.Status422UnprocessableEntity);
        }

        if (answer.Problem is { } problem)
        {
            return problem;
        }

        if (answer.Refusal is null)
        {
            return new SeeOther(DoneTexts.Address(CaseAddress.Of(request.Caller, id), command, answer.IsVisible));
        }

        if (form.ErrorOf(answer.Refusal) is { } error)
        {
            return await ShowFormAsync(request, seen, command, fields, new(typed.ToDictionary(), [error]), preview, await SlotsAsync(seen, fields, cancellation), StatusCodes.Status422UnprocessableEntity);
        }

        // Somebody else was first, or something happened meanwhile: the page shows what.
        return await referrals.FindAsync(id, request.Caller, AuditEvents.ReferralRead, cancellation) is { } now
            ? await ShowRefusedAsync(request, now, RefusalTexts.Of(answer.Refusal, command, now.Referral.Status, language), cancellation)
            : Problem.Of(ProblemKind.NotFound);
    }

    async Task<IReadOnlyList<DateTimeOffset>> SlotsAsync(SeenReferral seen, IReadOnlyList<AskedField> fields, CancellationToken cancellation) =>
        fields.Any(field => field.Kind == AskedFieldKind.Slot)
            ? await slots.FreeAsync(seen.Referral.Id, seen.Referral.Organisation, seen.Referral.Practice, clock.GetUtcNow(), MostSlots, cancellation)
            : [];

    Task<IResult> ShowFormAsync(
        HttpRequest request, SeenReferral seen, string command, IReadOnlyList<AskedField> fields, FormState form, FeedbackPreview? preview, IReadOnlyList<DateTimeOffset> free, int status = StatusCodes.Status200OK) =>
        screens.ShowAsync<CommandPage>(request, new { Referral = seen.Referral.Id, Command = command, Fields = fields, Form = form, Preview = preview, Slots = free }, status);

    async Task<IResult> ShowRefusedAsync(HttpRequest request, SeenReferral seen, string why, CancellationToken cancellation) =>
        await screens.ShowAsync<ReferralPage>(
            request, new { Screen = await cases.OfAsync(seen, request.Caller, withClient: false, LanguageOfPages.Of(request), cancellation), Refused = why }, StatusCodes.Status409Conflict);
}
