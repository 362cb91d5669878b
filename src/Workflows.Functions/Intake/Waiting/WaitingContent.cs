using System.Text.Json;
using Workflows.Functions.Problems;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Intake.Waiting;

/// <summary>What a person looks at before it becomes a referral. It is stored in the dossier of the referral that it may become, without citizen numbers.</summary>
/// <param name="Submission">The body of a submission, as far as it could be filled.</param>
/// <param name="Unmapped">The answers that have no place in it.</param>
/// <param name="Errors">What is wrong with it; empty for what only waits for approval.</param>
sealed record WaitingContent(JsonElement Submission, ValueList<UnmappedAnswer> Unmapped, ValueList<WaitingError> Errors);

/// <summary>One wrong field, in both languages: who will read it is not known yet.</summary>
sealed record WaitingError(string Pointer, string Code, string Nl, string En)
{
    public static WaitingError Of(FieldError error) =>
        new(error.Pointer, error.Rule.Code, error.Rule.Text.In(Language.Dutch, error.Values), error.Rule.Text.In(Language.English, error.Values));

    /// <summary>As problem documents show it.</summary>
    public object In(Language language) => new { Pointer, Code, Detail = language is Language.English ? En : Nl };
}
