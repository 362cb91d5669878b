using System.Text.Json.Serialization;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Deadlines;

/// <summary>Why a deadline falls when it falls. Shown wherever a reminder or an escalation is shown; holds no personal data.</summary>
/// <param name="Rule">The rule's code, such as "offer.respond".</param>
/// <param name="PathwayVersion">The pathway and version that state the term, such as "default/1".</param>
/// <param name="From">The moment from which was counted.</param>
/// <param name="Term">How long.</param>
/// <param name="Skipped">The days on the way that do not count, oldest first.</param>
/// <param name="Due">The outcome.</param>
/// <param name="SilentSince">Since when nothing was heard, where silence is the reason.</param>
/// <param name="Who">Who must act or was silent: a worker's id or a role, never a name.</param>
public sealed record Explanation(
    string Rule,
    string PathwayVersion,
    DateTimeOffset From,
    Term Term,
    ValueList<SkippedDay> Skipped,
    DateTimeOffset Due,
    DateTimeOffset? SilentSince = null,
    string? Who = null)
{
    /// <summary>The arithmetic as a Dutch sentence, times in Europe/Amsterdam.</summary>
    [JsonIgnore]
    public string InDutch => Wording.Dutch.Sentence(this);

    /// <summary>The arithmetic as an English sentence, times in Europe/Amsterdam.</summary>
    [JsonIgnore]
    public string InEnglish => Wording.English.Sentence(this);
}
