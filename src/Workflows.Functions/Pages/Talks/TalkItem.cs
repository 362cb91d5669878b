using Workflows.Functions.Pages.Codes;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Talks;

/// <summary>A referral to speak about.</summary>
/// <param name="Id">The referral's id.</param>
/// <param name="ReceivedAt">When it was sent.</param>
/// <param name="Client">Whom it is about, in as few words as tell two people who know the client; null until somebody asks.</param>
/// <param name="Why">Why it asks for a word, each with its date.</param>
public sealed record TalkItem(string Id, DateTimeOffset ReceivedAt, string? Client, IReadOnlyList<string> Why)
{
    internal static IReadOnlyList<string> Reasons(ListedReferral row, Language language)
    {
        return
        [
            .. ((string?[])
            [
                row.Status == ReferralStatus.Offered ? Since("Why.Offered", row.StatusSince) : null,
                row.CancellationIsRequested ? T("Why.CancellationRequested") : null,
                .. (row.Concerns ?? []).Select(concern => concern.Kind switch
                {
                    ConcernKind.Decision => With(Since("Why.Decision", concern.Since)),
                    ConcernKind.FirstContact => Since("Why.FirstContact", concern.Since),
                    ConcernKind.Silence => Since("Why.Silence", concern.Since),
                    _ => null,   // the practice itself reads it below, or it is between the client and the coordinator
                }),
                row.UnseenSince is { } unseen ? Since("Why.Unseen", unseen) : null,
                row.Status.IsClosed ? With($"{PageTexts.Of(typeof(Parts.Page), $"Status.{row.Status}", language)}, {Dates.Short(row.StatusSince, language)}") : null,
            ]).OfType<string>(),
        ];

        string T(string name, params ReadOnlySpan<object?> values) => PageTexts.Of(typeof(TalkItem), name, language, values);
        string Since(string name, DateTimeOffset at) => T(name, Dates.Short(at, language));
        string With(string text) => CodeTexts.Reason(row.Status, row.StatusReason, language) is { } reason ? $"{text} ({reason})" : text;
    }
}
