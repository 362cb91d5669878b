using Workflows.Functions.Pages.Codes;
using Workflows.Functions.Problems;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Mine;

/// <summary>A request of the client that was answered.</summary>
/// <param name="Right">For what.</param>
/// <param name="At">When it was answered.</param>
/// <param name="IsGranted">Whether it was granted.</param>
/// <param name="Ground">On what ground it was not, in words; null when it was.</param>
/// <param name="Note">What was written with it; null without.</param>
public sealed record AnsweredRequest(ClientRight Right, DateTimeOffset At, bool IsGranted, string? Ground, string? Note)
{
    /// <summary>All of a referral, newest first, with the explanation that was written for the client.</summary>
    internal static IReadOnlyList<AnsweredRequest> Of(IEnumerable<ReferralEvent> events, IReadOnlyDictionary<string, string> dossier, Language language) =>
    [
        .. from happened in events.Reverse()
           let answer = happened.Change as RequestAnswered
           where answer is not null
           let ground = answer.Ground is { } code ? CodeTexts.Of(code, language) : null
           select new AnsweredRequest(answer.Right, happened.At, answer.IsGranted, ground, answer.Note is { } section ? dossier.GetValueOrDefault(section) : null),
    ];
}
