using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Cases;

/// <summary>A request of the client that waits for an answer.</summary>
/// <param name="Right">For what.</param>
/// <param name="AskedAt">Since when.</param>
/// <param name="Until">By when it is answered, and why then; null when that moment has passed.</param>
/// <param name="Note">What was written with it; null without.</param>
public sealed record OpenRequest(ClientRight Right, DateTimeOffset AskedAt, Deadline? Until, string? Note)
{
    /// <summary>The arithmetic of the moment without its second half, which names whom the organisation reminds.</summary>
    public Explanation? Because => Until?.Explanation is { } explanation ? explanation with { SilentSince = null, Who = null } : null;

    /// <summary>All of a referral, what was asked first at first.</summary>
    /// <param name="referral">The referral as it stands.</param>
    /// <param name="events">Its timeline.</param>
    /// <param name="dossier">Its dossier's sections; none for who may not read what was written.</param>
    internal static IReadOnlyList<OpenRequest> Of(Referral referral, IEnumerable<ReferralEvent> events, IReadOnlyDictionary<string, string>? dossier)
    {
        var asked = events.Select(happened => happened.Change).OfType<RightRequested>().ToLookup(requested => requested.Right);
        return
        [
            .. from open in referral.Requests
               let until = referral.OpenDeadlines.FirstOrDefault(deadline => deadline.Kind is DeadlineKind.RequestOverdue && deadline.Subject == Code.Of(open.Right))
               select new OpenRequest(open.Right, open.AskedAt, until, asked[open.Right].Last().Note is { } section ? dossier?.GetValueOrDefault(section) : null),
        ];
    }
}
