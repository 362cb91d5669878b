using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Outcomes;

namespace Workflows.Referrals.Timeline;

/// <summary>Worker and client were in touch, or the worker tried.</summary>
/// <param name="Kind">How.</param>
/// <param name="Note">Dossier section of a note; null without one.</param>
public sealed record ContactLogged(ContactKind Kind, string? Note) : Change;

/// <summary>The client's own goal was set or scored.</summary>
/// <param name="Text">Dossier section of its words.</param>
/// <param name="Score">How near it is: 0 (not at all) to 10 (reached).</param>
public sealed record GoalSet(string Text, int Score) : Change;

/// <summary>What the client is going to do.</summary>
/// <param name="Arrangement">What.</param>
/// <param name="Accompanied">Whether the first visit is accompanied.</param>
public sealed record ArrangementChosen(Arrangement Arrangement, bool Accompanied) : Change;

/// <summary>Whether the client came to the first visit of the arrangement. It counts only when it was confirmed.</summary>
/// <param name="Attended">Whether the client came.</param>
public sealed record AttendanceRecorded(bool Attended) : Change;

/// <summary>A questionnaire was filled in.</summary>
/// <param name="Instrument">Which one.</param>
/// <param name="Answers">Dossier section of the answers.</param>
/// <param name="Score">What the answers amount to, in numbers and codes; null when nobody scored them.</param>
/// <param name="Note">Dossier section of what was said with it; null without any.</param>
public sealed record MeasurementRecorded(string Instrument, string Answers, Score? Score = null, string? Note = null) : Change;

/// <summary>The worker was reminded of the referral.</summary>
/// <param name="Stage">The how-manieth reminder of the pathway: 1, 2, 3 …</param>
/// <param name="Explanation">Why now.</param>
public sealed record WorkerReminded(int Stage, Explanation Explanation) : Change;

/// <summary>Nothing was heard for too long; the coordinator was told who must act and since when.</summary>
/// <param name="Explanation">Who was silent, and since when.</param>
public sealed record FoundStuck(Explanation Explanation) : Change;

/// <summary>A measurement after the start was asked for.</summary>
/// <param name="Number">The how-manieth of the pathway: 1, 2, 3 …</param>
/// <param name="Explanation">Why now.</param>
public sealed record AftercareAsked(int Number, Explanation Explanation) : Change;
