using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Mine;

/// <summary>A request of the client that waits for an answer.</summary>
/// <param name="Right">For what.</param>
/// <param name="AskedAt">Since when.</param>
/// <param name="Until">By when it is answered, and why then; null when that moment has passed.</param>
public sealed record OpenRequest(ClientRight Right, DateTimeOffset AskedAt, Deadline? Until)
{
    internal static OpenRequest Of(RequestState open, Referral referral) => new(
        open.Right, open.AskedAt, referral.OpenDeadlines.FirstOrDefault(deadline => deadline.Kind is DeadlineKind.RequestOverdue && deadline.Subject == Code.Of(open.Right)));

    /// <summary>The arithmetic of the moment without its second half, which names whom the organisation reminds.</summary>
    public Explanation? Because => Until?.Explanation is { } explanation ? explanation with { SilentSince = null, Who = null } : null;
}

/// <summary>A request of the client that was answered.</summary>
/// <param name="Right">For what.</param>
/// <param name="At">When it was answered.</param>
/// <param name="IsGranted">Whether it was granted.</param>
/// <param name="Ground">On what ground it was not, in words; null when it was.</param>
/// <param name="Note">What was written with it; null without.</param>
public sealed record AnsweredRequest(ClientRight Right, DateTimeOffset At, bool IsGranted, string? Ground, string? Note);
