using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Workflows.Functions.Directory;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;

namespace Workflows.Functions.Intake;

/// <summary>Takes in the body of <c>POST /api/referrals</c>: checks it against directory, clock and caller. Stores nothing.</summary>
sealed class SubmissionDesk(DirectoryStore directory, TimeProvider clock)
{
    /// <summary>A referral with every field filled to its limit is a tenth of this.</summary>
    public const int LargestBody = 64 * 1024;

    /// <param name="request">Holds the body.</param>
    /// <param name="caller">Who submits.</param>
    /// <param name="complete">Makes a whole submission of a body that is only a part of one.</param>
    public async Task<Outcome> TakeAsync(HttpRequest request, Caller caller, Func<JsonElement, JsonElement>? complete = null)
    {
        var cancellation = request.HttpContext.RequestAborted;
        return await TakeAsync(await JsonBody.ReadAsync(request, LargestBody, cancellation), caller, complete, cancellation);
    }

    /// <param name="body">What was read of the body.</param>
    /// <param name="caller">Who submits.</param>
    /// <param name="complete">Makes a whole submission of a body that is only a part of one.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome> TakeAsync(JsonBody.Read body, Caller caller, Func<JsonElement, JsonElement>? complete, CancellationToken cancellation)
    {
        if (body.IsRefused)
        {
            return new(null, body.Problem);
        }

        var root = complete is null ? body.Root : complete(body.Root);
        var organisation = SubmissionReader.OrganisationNamedIn(root) is { } named ? await directory.OrganisationAsync(named, cancellation) : null;
        var errors = new FieldErrors();
        var referral = SubmissionReader.Read(root, organisation, clock.GetUtcNow(), errors);
        if (referral is not null && !Access.MaySubmit(caller, referral.Submission.Organisation, referral.Submission.Practice))
        {
            errors.Add(caller.Practice is not null && caller.Practice != referral.Submission.Practice ? "/practice" : "/organisation", IntakeRules.OutsideYourScope);
        }

        return errors.Any ? new(null, Problem.With(errors)) : new(referral, null);
    }

    /// <summary>A clean referral, or the problem with the body.</summary>
    public sealed record Outcome(NewReferral? Referral, Problem? Problem)
    {
        [MemberNotNullWhen(true, nameof(Problem))]
        [MemberNotNullWhen(false, nameof(Referral))]
        public bool IsRefused => Problem is not null;
    }
}
