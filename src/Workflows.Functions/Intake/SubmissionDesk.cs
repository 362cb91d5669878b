using System.Diagnostics.CodeAnalysis;
using Workflows.Functions.Directory;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;

namespace Workflows.Functions.Intake;

/// <summary>Looks at the body of a submission: checks it against directory, clock and caller. Stores nothing.</summary>
sealed class SubmissionDesk(DirectoryStore directory, TimeProvider clock)
{
    /// <summary>A referral with every field filled to its limit is a tenth of this.</summary>
    public const int LargestBody = 64 * 1024;

    public async Task<Outcome> TakeAsync(JsonBody.Read body, Caller caller, CancellationToken cancellation)
    {
        if (body.IsRefused)
        {
            return new(null, body.Problem);
        }

        var organisation = SubmissionReader.OrganisationNamedIn(body.Root) is { } named ? await directory.OrganisationAsync(named, cancellation) : null;
        var errors = new FieldErrors();
        var referral = SubmissionReader.Read(body.Root, organisation, clock.GetUtcNow(), errors);
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
