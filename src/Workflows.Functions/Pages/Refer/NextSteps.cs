using Workflows.Functions.Pages.Mine;
using Workflows.Functions.Problems;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Pathways;

namespace Workflows.Functions.Pages.Refer;

/// <summary>Something that happens after a referral was sent.</summary>
/// <param name="Text">The name of its text.</param>
/// <param name="At">By when; null where it depends on what comes before.</param>
/// <param name="Explanation">Why then.</param>
public sealed record NextStep(string Text, DateTimeOffset? At = null, string? Explanation = null);

/// <summary>What a practice may expect after sending a referral, by the pathway that it agreed on.</summary>
static class NextSteps
{
    public static IReadOnlyList<NextStep> After(DateTimeOffset at, PracticeChoice to, Language language)
    {
        var pathway = PathwayOf(to);
        var asked = QuietHours.NextAllowed(at, pathway.Calendar);
        return
        [
            Dated("Step.Answer", Calculation.Ends("offer.respond", pathway.VersionLabel, asked, pathway.Offer.Respond, pathway.Calendar)),
            Dated("Step.Contact", FirstContact.Due(pathway, at)),
            new(to.Agreement.ConsultationHour is null ? "Step.Handover" : "Step.ConsultationHour"),
            new("Step.Feedback"),
        ];

        NextStep Dated(string text, Due due) => new(text, due.At, language == Language.English ? due.Explanation.InEnglish : due.Explanation.InDutch);
    }

    /// <summary>The pathway of a referral that is sent now, with the days on which the organisation is closed.</summary>
    public static Pathway PathwayOf(PracticeChoice to) => to.Pathway with { ClosingDays = [.. to.Pathway.ClosingDays.Union(to.Organisation.ClosingDays)] };
}
