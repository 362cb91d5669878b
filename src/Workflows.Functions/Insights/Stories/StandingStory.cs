using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Insights.Stories;

/// <summary>A story as the coordinator reads it.</summary>
/// <param name="Id">The story's id.</param>
/// <param name="Referral">The referral's id.</param>
/// <param name="By">A client or a worker.</param>
/// <param name="At">When it was shared.</param>
/// <param name="IsApproved">Whether it may be read outside.</param>
/// <param name="Text">Its words; names that the app knows are taken out.</param>
public sealed record StandingStory(string Id, string Referral, Role By, DateTimeOffset At, bool IsApproved, string Text);
