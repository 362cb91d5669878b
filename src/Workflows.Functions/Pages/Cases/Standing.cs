using Workflows.Functions.Pages.Codes;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Cases;

/// <summary>Whose turn it is, as a sentence for who follows a referral from outside.</summary>
/// <param name="Text">Who does what now.</param>
/// <param name="Since">Since when.</param>
public sealed record Standing(string Text, DateTimeOffset Since)
{
    /// <param name="row">The referral as lists show it.</param>
    /// <param name="texts">Knows the names of the organisation asked.</param>
    /// <param name="language">The reader's language.</param>
    internal static Standing Of(ListedReferral row, TimelineTexts texts, Language language)
    {
        var worker = row.Worker is { } id ? texts.Worker(id) : "";
        return new(
            row switch
            {
                { CancellationIsRequested: true } => T("CancellationRequested", worker),
                { Status: ReferralStatus.Offered or ReferralStatus.Accepted or ReferralStatus.InSupport } => T($"{row.Status}", worker),
                { Status: ReferralStatus.HandoverPlanned, HandoverAt: { } at } => T("HandoverPlanned", worker, Dates.Moment(at, language)),
                { Status.IsClosed: true } => T("Closed"),
                _ => T($"{row.Status}"),
            },
            row.StatusSince);

        string T(string name, params ReadOnlySpan<object?> values) => PageTexts.Of(typeof(Standing), $"Standing.{name}", language, values);
    }
}
