using System.Text.Json.Serialization;

namespace Workflows.Functions.Directory;

/// <summary>What a system that sends referrals identifies itself with. The key itself is nowhere: only a salted hash of it.</summary>
/// <param name="Id">The source, unique among the sources.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Organisation">The one organisation to which it may refer; null is any.</param>
/// <param name="Practice">The one practice for which it may refer; null is any.</param>
/// <param name="ExpiresAt">From when it is no longer accepted; null is never.</param>
/// <param name="Revoked">Never accepted again.</param>
/// <param name="DevelopmentOnly">Accepted on a developer's machine and nowhere else; only such a key may be short or without a scope.</param>
/// <param name="Hash">What the key is compared with; never shown.</param>
sealed record SourceKey(
    string Id,
    string Name,
    string? Organisation,
    string? Practice,
    DateTimeOffset? ExpiresAt,
    bool Revoked,
    bool DevelopmentOnly,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] KeyHash? Hash);
