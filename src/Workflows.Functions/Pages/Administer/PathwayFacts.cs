using Workflows.Functions.Pages.Codes;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Pathways;

namespace Workflows.Functions.Pages.Administer;

/// <summary>Some rules of a pathway that belong together.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Rules">What each is called, and what it says.</param>
public sealed record PathwayFacts(string Title, IReadOnlyList<Choice> Rules)
{
    /// <summary>All that a pathway says, in the order of a referral's life.</summary>
    internal static IReadOnlyList<PathwayFacts> Of(Pathway pathway, Language language)
    {
        var (offer, handover, support, feedback) = (pathway.Offer, pathway.Handover, pathway.Support, pathway.Feedback);
        return
        [
            new(T("Facts.offer"),
            [
                Rule("offer.respond", In(offer.Respond)), Rule("offer.remindAfter", In(offer.RemindAfter)), Rule("offer.candidates", $"{offer.Candidates}"),
                Rule("offer.coordinatorRemindEvery", In(offer.CoordinatorRemindEvery)), Rule("offer.tellReferrerAfter", In(offer.TellReferrerAfter)),
            ]),
            new(T("Facts.handover"),
            [
                Rule("handover.planWithin", In(handover.PlanWithin)), Rule("handover.recordWithin", In(handover.RecordWithin)), Rule("handover.firstContactWithin", In(handover.FirstContactWithin)),
                Rule("handover.outreachWithin", In(handover.OutreachWithin)), Rule("handover.maxOutreach", $"{handover.MaxOutreach}"),
            ]),
            new(T("Facts.support"),
                [Rule("support.remindAfter", List(support.RemindAfter)), Rule("support.thenEvery", In(support.ThenEvery)), Rule("support.stuckAfter", In(support.StuckAfter))]),
            new(T("Facts.feedback"),
            [
                Rule("feedback.moments", string.Join(", ", feedback.Moments.Select(moment => CodeTexts.Of(moment, language)))), Rule("feedback.progressAfter", In(feedback.ProgressAfter)),
                Rule("feedback.acknowledgeWithin", In(feedback.AcknowledgeWithin)), Rule("feedback.maxLines", $"{feedback.MaxLines}"), Rule("feedback.retryFor", In(feedback.RetryFor)),
            ]),
            new(T("Facts.aftercare"),
            [
                Rule("aftercare.measureAfter", List(pathway.Aftercare.MeasureAfter)), Rule("aftercare.instruments", Instruments(pathway.Aftercare.Instruments)),
                Rule("instruments", Instruments(pathway.Instruments)), Rule("retention.eraseAfter", In(pathway.Retention.EraseAfter)),
            ]),
            new(T("Facts.targetGroup"), [.. pathway.TargetGroup.Index().Select(rule => new Choice(PageTexts.Of(typeof(PathwayFacts), "Facts.number", language, rule.Index + 1), rule.Item.Text.In(language)))]),
            new(T("Facts.closingDays"), [.. pathway.ClosingDays.Select(day => new Choice($"{day.Year}", Dates.Day(day, language)))]),
        ];

        string T(string name) => PageTexts.Of(typeof(PathwayFacts), name, language);
        string In(Term term) => term.In(language);
        string List(IEnumerable<Term> terms) => string.Join(", ", terms.Select(In));
        string Instruments(IEnumerable<string> ids) => string.Join(", ", ids.Select(id => CodeTexts.OfInstrument(id, language)));
        Choice Rule(string name, string says) => new(T($"Rule.{name}"), says);
    }
}
