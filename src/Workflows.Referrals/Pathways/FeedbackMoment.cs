using System.Text.Json.Serialization;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Pathways;

/// <summary>When the referrer hears how it goes.</summary>
[JsonConverter(typeof(EnumAsText<FeedbackMoment>))]
public enum FeedbackMoment
{
    /// <summary>A worker took the referral.</summary>
    Accepted,

    /// <summary>The first talk took place.</summary>
    Started,

    /// <summary>The client is under way for a while.</summary>
    Progress,

    /// <summary>The outcome is recorded.</summary>
    End,
}
