using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Handover;
using Workflows.Functions.Offer;
using Workflows.Referrals.Process;

namespace Workflows.Functions;

/// <summary>Answers what only the tables know. The pure matching decides; what leaves here are ids, codes and moments.</summary>
sealed class AnswerQuestion(CandidateFinder candidates, SlotFinder slots)
{
    [Function(nameof(AnswerQuestion))]
    public Task<Answer> Run([ActivityTrigger] Question question, CancellationToken cancellation) => question.Kind switch
    {
        QuestionKind.WhoFits => candidates.WhoFitsAsync(question, cancellation),
        QuestionKind.WhoTakesOver => candidates.WhoTakesOverAsync(question, cancellation),
        QuestionKind.WhichSlotIsFree => slots.NextFreeAsync(question, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(question), question.Kind, "Not a question of a referral."),
    };
}
