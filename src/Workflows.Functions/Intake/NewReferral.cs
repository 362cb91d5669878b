using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Intake;

/// <summary>A referral as it arrived, checked and cleaned, in two parts that never travel together again.</summary>
/// <param name="Submission">What is not personal and enters the process.</param>
/// <param name="Dossier">What is personal and is stored encrypted, nowhere else.</param>
sealed record NewReferral(Submission Submission, NewDossier Dossier);

/// <summary>The sections of a new dossier. Reasons are health data: they stand here and nowhere else.</summary>
/// <param name="Referrer">Who refers.</param>
/// <param name="Client">Who is referred.</param>
/// <param name="Reasons">Why, in codes; at least one.</param>
/// <param name="Question">What is asked, in free text from which citizen numbers were removed; null when nothing is.</param>
/// <param name="Consent">On what ground.</param>
sealed record NewDossier(
    ReferrerDetails Referrer,
    ClientDetails Client,
    ValueList<Reason> Reasons,
    string? Question,
    ConsentDetails Consent)
{
    /// <summary>What a form asked beyond these; empty for what came by the API.</summary>
    public ValueList<UnmappedAnswer> Unmapped { get; init; } = [];
}
