using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Audit;
using Workflows.Functions.Commands;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Cases;

/// <summary>The form of a command, and the answer to it.</summary>
sealed class CommandPages(Screens screens, ReferralReader referrals, CaseScreens cases, CommandDesk desk, CommandChoices choices, TimeProvider clock)
{
    DateOnly Today => AmsterdamTime.DayOf(clock.GetUtcNow());

    /// <summary>Decides nothing, as every GET.</summary>
    public async Task<IResult> AskAsync(HttpRequest request, string id, string command, CancellationToken cancellation)
    {
        var language = LanguageOfPages.Of(request);
        if (await referrals.OpenAsync(id, request.Caller, AuditEvents.ReferralRead, ofPerson: false, cancellation) is not { } seen
            || CaseCommands.FieldsOf(command, seen.Referral, language) is not { } asked)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        if (!CaseCommands.OpenTo(seen).Contains(command))
        {
            return await ShowRefusedAsync(request, seen, CommandTexts.Text("Refused.NotOpen", language, CommandTexts.Text($"Command.{command}", language)), cancellation);
        }

        var fields = await choices.FillAsync(asked, seen, request.Caller, language, cancellation);
        var known = FormState.New(
            [("form", Code.Of(seen.Referral.Submission.PreferredHandover)), .. fields.Where(field => field.SuggestsFirst).Select(field => (field.Name, field.Choices is [var first, ..] ? first.Value : null))]);
        return await ShowFormAsync(request, seen, command, fields, known, FeedbackPreview.Of(command, JsonElement.Parse("{}"), seen.Referral, Today), cancellation);
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
        var (form, key) = (new CommandForm(command, fields, language), FormState.KeyOf(typed));
        var body = form.Body(typed);
        var preview = FeedbackPreview.Of(command, body, seen.Referral, Today);
        if (preview is not null && typed.ContainsKey(FeedbackPreview.Field))
        {
            return await ShowFormAsync(request, seen, command, fields, new(typed.ToDictionary(), []), preview, cancellation);
        }

        // What the decision was made on is no longer so. Where it is still possible, somebody who knows that may make it again; where it is not, the process says why.
        if (typed[CommandPage.BasisField] is [{ } basis] && basis != CaseCommands.BasisOf(seen.Referral)
            && CaseCommands.OpenTo(seen).Contains(command) && !await desk.WasGivenAsync(seen, request.Caller, key, cancellation))
        {
            return await AskAgainAsync();
        }

        var answer = await desk.TakeAsync(seen, request.Caller, command, key, () => Task.FromResult(new JsonBody.Read(body)), client, cancellation);
        if (answer.Problem is { Errors.Count: > 0 } wrong)
        {
            return await ShowWrongAsync(new(typed.ToDictionary(), form.Errors(wrong, typed)));
        }

        if (answer.Problem is { } problem)
        {
            return problem;
        }

        if (answer.Refusal is null)
        {
            return new SeeOther(DoneTexts.Address(CaseAddress.Of(request.Caller, id), command, answer.IsVisible));
        }

        if (form.ErrorOf(answer.Refusal, typed) is { } error)
        {
            // This giving is refused for good: put right, it is another one.
            return await ShowWrongAsync(new(typed.Where(field => field.Key != FormState.KeyField).ToDictionary(), [error]));
        }

        // Somebody else was first, or something happened meanwhile: the page shows what.
        return await referrals.FindAsync(id, request.Caller, AuditEvents.ReferralRead, cancellation) is { } now
            ? await ShowRefusedAsync(request, now, RefusalTexts.Of(answer.Refusal, command, now.Referral.Status, language), cancellation)
            : Problem.Of(ProblemKind.NotFound);

        async Task<IResult> ShowWrongAsync(FormState again) => await ShowFormAsync(
            request, seen, command, await choices.FillAsync(fields, seen, request.Caller, language, cancellation), again, preview, cancellation, StatusCodes.Status422UnprocessableEntity);

        async Task<IResult> AskAgainAsync() => await ShowFormAsync(
            request, seen, command, await choices.FillAsync(fields, seen, request.Caller, language, cancellation), new(typed.ToDictionary(), []), preview, cancellation, StatusCodes.Status409Conflict,
            await cases.LatestAsync(seen, language, cancellation) is { } latest ? CommandTexts.Text("Refused.Meanwhile", language, latest.What, latest.Who ?? CommandTexts.Text("Process", language), Dates.Moment(latest.At, language)) : null);
    }

    async Task<IResult> ShowFormAsync(
        HttpRequest request, SeenReferral seen, string command, IReadOnlyList<AskedField> fields, FormState form, FeedbackPreview? preview, CancellationToken cancellation,
        int status = StatusCodes.Status200OK, string? meanwhile = null) =>
        await screens.ShowAsync<CommandPage>(
            request,
            new
            {
                Referral = seen.Referral.Id,
                About = await cases.AboutAsync(seen, request.Caller, LanguageOfPages.Of(request), cancellation),
                Command = command,
                Fields = fields,
                Form = form,
                Basis = CaseCommands.BasisOf(seen.Referral),
                Preview = preview,
                Meanwhile = meanwhile,
                Pair = command == "merge" ? await cases.PairAsync(seen, request.Caller, request.Query[CasePages.ClientQuery] == "1", LanguageOfPages.Of(request), cancellation) : [],
                Requests = command == "answer-request" ? await cases.RequestsAsync(seen, request.Caller, cancellation) : [],
            },
            status);

    async Task<IResult> ShowRefusedAsync(HttpRequest request, SeenReferral seen, string why, CancellationToken cancellation) =>
        await screens.ShowAsync<ReferralPage>(
            request, new { Screen = await cases.OfAsync(seen, request.Caller, withClient: false, LanguageOfPages.Of(request), cancellation), Refused = why }, StatusCodes.Status409Conflict);
}
