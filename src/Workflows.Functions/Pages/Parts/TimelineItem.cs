namespace Workflows.Functions.Pages.Parts;

/// <summary>One thing that happened, or is to happen.</summary>
/// <param name="At">When.</param>
/// <param name="What">In a few words.</param>
/// <param name="Who">By whom; null where that goes without saying.</param>
/// <param name="IsAhead">Whether it is still to come.</param>
public sealed record TimelineItem(DateTimeOffset At, string What, string? Who = null, bool IsAhead = false)
{
    /// <summary>What somebody wrote with it, for who may read that; null without.</summary>
    public string? Detail { get; init; }

    /// <summary>What it is called when it comes again and again, with a place for how often; null for what counts each time.</summary>
    public string? Again { get; init; }
}
