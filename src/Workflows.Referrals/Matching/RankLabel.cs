namespace Workflows.Referrals.Matching;

/// <summary>Why a worker stands at a place: codes without values, because they travel in the referral's state.</summary>
public static class RankLabel
{
    /// <summary>The referrer and this worker are a fixed pair.</summary>
    public const string Paired = "paired";

    /// <summary>The worker works in the client's neighbourhood.</summary>
    public const string Neighbourhood = "neighbourhood";

    /// <summary>The worker is at home in a theme of the referral.</summary>
    public const string Theme = "theme";

    /// <summary>The worker has room.</summary>
    public const string FreeCapacity = "free-capacity";

    /// <summary>The worker stands in for one who is absent and would have stood here.</summary>
    public const string Deputy = "deputy";
}
