using System.Text.Json.Serialization;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Reports;

/// <summary>For whom a report is made.</summary>
[JsonConverter(typeof(EnumAsText<Audience>))]
public enum Audience
{
    /// <summary>The organisation itself, which knows every referral: nothing is hidden.</summary>
    Organisation,

    /// <summary>A practice, about its own referrals. It knows what takes place with each; what clients answered it reads of many together only.</summary>
    Practice,

    /// <summary>A municipality or insurer: nothing small, of anything.</summary>
    Funder,
}
