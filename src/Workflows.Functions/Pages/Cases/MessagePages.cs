using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Audit;
using Workflows.Functions.Commands;
using Workflows.Functions.Directory;
using Workflows.Functions.Messages;
using Workflows.Functions.Pages.Codes;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Cases;

/// <summary>What worker and referrer write to each other about a referral: for 30 days, and nowhere but here.</summary>
sealed class MessagePages(Screens screens, ReferralReader referrals, CaseScreens cases, MessageThread thread, DirectoryStore directory, CommandDesk desk)
{
    const string Command = "write-message";

    public async Task<IResult> ShowAsync(HttpRequest request, string id, CancellationToken cancellation) =>
        await referrals.OpenAsync(id, request.Caller, AuditEvents.MessagesRead, ofPerson: true, cancellation) is { } seen
            ? await ShowAsync(request, seen, FormState.New(), null, cancellation)
            : Problem.Of(ProblemKind.NotFound);

    public async Task<IResult> SendAsync(HttpRequest request, string id, DurableTaskClient client, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return Problem.Of(ProblemKind.UnsupportedMediaType);
        }

        if (await referrals.OpenAsync(id, request.Caller, AuditEvents.MessagesRead, ofPerson: true, cancellation) is not { } seen)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var (typed, language) = (await request.ReadFormAsync(cancellation), LanguageOfPages.Of(request));
        var form = new CommandForm(Command, [AskedField.OfText("text")], language);
        var body = form.Body(typed);
        var answer = await desk.TakeAsync(seen, request.Caller, Command, FormState.KeyOf(typed), () => Task.FromResult(new JsonBody.Read(body)), client, cancellation);
        return answer switch
        {
            { Problem: { Errors.Count: > 0 } wrong } =>
                await ShowAsync(request, seen, new(typed.ToDictionary(), form.Errors(wrong, typed)), null, cancellation, StatusCodes.Status422UnprocessableEntity),
            { Problem: { } problem } => problem,
            { Refusal: { } refusal } =>
                await ShowAsync(request, seen, new(typed.ToDictionary(), []), RefusalTexts.Of(refusal, Command, seen.Referral.Status, language), cancellation, StatusCodes.Status409Conflict),
            _ => new SeeOther(DoneTexts.Address(CaseAddress.Of(request.Caller, id, Command), Command, answer.IsVisible)),
        };
    }

    async Task<IResult> ShowAsync(HttpRequest request, SeenReferral seen, FormState form, string? refused, CancellationToken cancellation, int status = StatusCodes.Status200OK)
    {
        var language = LanguageOfPages.Of(request);
        var texts = new TimelineTexts(await directory.OrganisationAsync(seen.Referral.Organisation, cancellation), language);
        return await screens.ShowAsync<MessagesPage>(
            request,
            new
            {
                Referral = seen.Referral.Id,
                About = await cases.AboutAsync(seen, request.Caller, language, cancellation),
                Messages = (IReadOnlyList<MessageShown>)
                [
                    .. (await thread.ReadAsync(seen.Referral.Id, cancellation))
                        .Select(message => new MessageShown(texts.Who(message.By) ?? "", (message.By.Role == Role.Referrer) == (request.Caller.Role == Role.Referrer), message.At, message.Text, message.ExpiresAt)),
                ],
                MayWrite = CaseCommands.OpenTo(seen).Contains(Command),
                Form = form,
                Done = refused is null ? DoneTexts.Of(request, language) : null,
                Refused = refused,
            },
            status);
    }
}

/// <summary>A message as the thread shows it.</summary>
/// <param name="Who">Who wrote it.</param>
/// <param name="IsOurs">Whether the reader's own house wrote it.</param>
/// <param name="At">When.</param>
/// <param name="Text">What.</param>
/// <param name="ExpiresAt">From when it is no longer shown.</param>
public sealed record MessageShown(string Who, bool IsOurs, DateTimeOffset At, string Text, DateTimeOffset ExpiresAt);
