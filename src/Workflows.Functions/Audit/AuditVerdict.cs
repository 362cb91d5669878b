using System.Text.Json.Serialization;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Audit;

/// <summary>What a look through a whole chain found.</summary>
/// <param name="Chain">The organisation's id, or <see cref="AuditMonth.App"/>.</param>
/// <param name="Holds">Whether nothing was changed, removed, put in or moved.</param>
/// <param name="Months">The months that hold, oldest first: who noted a hash elsewhere can compare it.</param>
/// <param name="Broken">The first entry that is not as it was written; null when the chain holds.</param>
sealed record AuditVerdict(string Chain, bool Holds, IReadOnlyList<AuditedMonth> Months, AuditBreak? Broken);

/// <summary>A month of a chain that holds.</summary>
/// <param name="Month">For instance <c>2026-04</c>.</param>
/// <param name="Entries">How many.</param>
/// <param name="Hash">The hash of the last one.</param>
sealed record AuditedMonth(string Month, long Entries, string Hash);

/// <summary>Where a chain breaks.</summary>
/// <param name="Month">The month.</param>
/// <param name="Sequence">The first entry that is not as it was written.</param>
/// <param name="Why">What is wrong with it.</param>
sealed record AuditBreak(string Month, long Sequence, AuditFault Why);

/// <summary>What can be wrong with an entry.</summary>
[JsonConverter(typeof(EnumAsText<AuditFault>))]
enum AuditFault
{
    /// <summary>It is not what its hash says.</summary>
    Changed,

    /// <summary>It is what its own hash says, but not what those who came after saw.</summary>
    Rewritten,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>It stands behind the end of its month, or the end was put back before it.</summary>
    BehindTheEnd,

    /// <summary>The end of its month was not written by the app.</summary>
    Forged,

    /// <summary>Its copy, in which the person is shown who looked, is not the same.</summary>
    CopyDiffers,
}
