using Workflows.Functions.Problems;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Cases;

/// <summary>Refusals as a person reads them: the domain's sentences, but where those name commands and codes.</summary>
static class RefusalTexts
{
    /// <param name="refusal">The refusal.</param>
    /// <param name="command">What was refused.</param>
    /// <param name="status">Where the referral stands now; null where that does not matter.</param>
    /// <param name="language">The reader's language.</param>
    public static string Of(Refusal refusal, string command, ReferralStatus? status, Language language) =>
        CommandTexts.Find($"Refusal.{refusal.Code}", language) is { } own
            ? string.Format(language.Culture, own, CommandTexts.Text($"Command.{command}", language), status is { } now ? PageTexts.Of(typeof(Parts.Page), $"Status.{now}", language) : "")
            : language == Language.English ? refusal.InEnglish : refusal.InDutch;
}
