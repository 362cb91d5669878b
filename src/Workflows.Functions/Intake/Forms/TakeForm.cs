using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Audit;
using Workflows.Functions.Directory;
using Workflows.Functions.Intake.Waiting;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Intake.Forms;

/// <summary><c>POST /api/intake/{source}</c>: a form tool's webhook. What its mapping cannot read is parked for the coordinator and answered as received: a tool that is told no gives up.</summary>
sealed class TakeForm(
    DirectoryStore directory, FormDesk desk, SubmissionStore submissions, WaitingSubmissions waiting, WaitingNotices notices, ReferralIntake intake, AuditTrail trail)
{
    const int LargestBody = 256 * 1024;

    [Function(nameof(TakeForm))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/intake/{source}")] HttpRequest request,
        string source,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var body = await JsonBody.ReadAsync(request, LargestBody, cancellation);
        var form = (await directory.SharedAsync(cancellation)).Forms.FirstOrDefault(form => form.Id == source);
        if (!IsFrom(form, request, body))
        {
            return Problem.Of(ProblemKind.Unauthenticated);
        }

        if (form is null)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        return body.IsRefused ? body.Problem : await TakeAsync(form, FormAnswers.Of(form.Tool, body.Root), client, cancellation);
    }

    async Task<IResult> TakeAsync(FormSource form, FormAnswers answers, DurableTaskClient client, CancellationToken cancellation)
    {
        var read = await desk.ReadAsync(form, answers, cancellation);
        var submission = new Storage.Submission($"form!{form.Id}", answers.SubmissionId(form), JsonSerializer.Serialize(answers.All), Guid.NewGuid().ToString("N"));
        var submitted = await submissions.SubmitAsync(submission, cancellation);
        if (submitted.Id is null)
        {
            // Something else under an id that the tool used before: a person has to see what changed.
            read = new(null, read.ForReview with { Errors = [WaitingError.Of(new("", FormRules.ChangedAfterSubmission)), .. read.ForReview.Errors] });
            submitted = await submissions.SubmitAsync(submission with { IdempotencyKey = null }, cancellation);
        }

        var place = WaitingPlace.Parked(form.Organisation, submitted.Id!);
        if (await waiting.FindAsync(place, cancellation) is { } before)
        {
            return before.State is WaitingState.Taken or WaitingState.Finished ? Receipt.Of(before.Referral) : Parked(before.Referral);
        }

        var tool = new Caller(CallerKind.System, Role.System, form.Id, form.Organisation, form.Practice);
        if (read.Referral is { } referral)
        {
            await intake.StartAsync(submitted.Id!, referral, tool, AuditEvents.ReferralSubmitted, client, cancellation);
            return Receipt.Of(submitted.Id!);
        }

        await trail.RecordAsync(AuditEvents.ParkedStored, tool, form.Organisation, submitted.Id);
        // Announced first: a kill in between announces one too many, and none waits unseen.
        await notices.AnnounceAsync(form.Organisation, submitted.Id!, cancellation);
        await waiting.AddAsync(place, submitted.Id!, form.Id, read.ForReview, cancellation);
        return Parked(submitted.Id!);
    }

    /// <summary>Whether the tool's signature holds; for a tool without one, whether a key of a source that may refer for this form came along. An unknown form has no signature to check.</summary>
    static bool IsFrom(FormSource? form, HttpRequest request, JsonBody.Read body) => form is { Secret: { } secret }
        ? TypeformPayload.IsSigned(body.Utf8.Span, request.Headers["Typeform-Signature"], secret)
        : request.HttpContext.Features.Get<Caller>() is { Role: Role.System } caller
            && (form is null || (Covers(caller.Organisation, form.Organisation) && Covers(caller.Practice, form.Practice)));

    static bool Covers(string? scope, string? asked) => scope is null || scope == asked;

    static IResult Parked(string id) => Results.Accepted(value: new { id, status = "Parked" });
}
