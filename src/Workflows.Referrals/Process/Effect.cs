using System.Text.Json.Serialization;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>Something that follows from a decision, outside the referral. It happens once by its key, at least once by the storage.</summary>
/// <param name="Key"><c>{referral}.{sequence}.{effect}</c>: the same decision names the same effect.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "effect")]
[JsonDerivedType(typeof(SendMessage), "message")]
[JsonDerivedType(typeof(GiveFeedback), "feedback")]
[JsonDerivedType(typeof(StopFeedback), "stop-feedback")]
[JsonDerivedType(typeof(EraseDossier), "erase")]
[JsonDerivedType(typeof(ForgetText), "forget-text")]
[JsonDerivedType(typeof(CorrectDossier), "correct")]
[JsonDerivedType(typeof(PublishEvents), "publish")]
public abstract record Effect(string Key);

/// <summary>A message is sent.</summary>
/// <param name="Key">The effect's key.</param>
/// <param name="Message">Which message to whom.</param>
public sealed record SendMessage(string Key, Message Message) : Effect(Key);

/// <summary>Feedback is delivered to the practice.</summary>
/// <param name="Key">The effect's key, which is also the feedback's id.</param>
/// <param name="Moment">At which of the agreed moments.</param>
/// <param name="Status">Where the referral stood.</param>
/// <param name="Outcome">How it ended; null before the end.</param>
/// <param name="Lines">Dossier section of the worker's lines; null when there are none or none may be shared.</param>
public sealed record GiveFeedback(string Key, FeedbackMoment Moment, ReferralStatus Status, OutcomeKind? Outcome, string? Lines) : Effect(Key);

/// <summary>Feedback that was given and has not arrived yet goes no further: no retry, no email in its place.</summary>
/// <param name="Key">The effect's key.</param>
/// <param name="Feedback">The id of the feedback, which is also its delivery's instance id.</param>
public sealed record StopFeedback(string Key, string Feedback) : Effect(Key);

/// <summary>The person's data become unreadable.</summary>
/// <param name="Key">The effect's key.</param>
public sealed record EraseDossier(string Key) : Effect(Key);

/// <summary>A text leaves the dossier: nobody may read it any more.</summary>
/// <param name="Key">The effect's key.</param>
/// <param name="Text">The text's dossier section.</param>
public sealed record ForgetText(string Key, string Text) : Effect(Key);

/// <summary>What was put right takes the place of what stood in the dossier.</summary>
/// <param name="Key">The effect's key.</param>
/// <param name="Details">Dossier section of what is right.</param>
public sealed record CorrectDossier(string Key, string Details) : Effect(Key);

/// <summary>What happened in a turn is told to other systems.</summary>
/// <param name="Key">The effect's key.</param>
/// <param name="Events">The turn's events, at least one, in their order.</param>
/// <remarks>Not decided but added to each turn with events when it is committed: it follows from them.</remarks>
public sealed record PublishEvents(string Key, ValueList<ReferralEvent> Events) : Effect(Key)
{
    /// <summary>The effect of a turn.</summary>
    /// <param name="decision">A decision with events.</param>
    public static PublishEvents Of(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return new($"{decision.Referral.Id}.{decision.Events[0].Sequence}.publish", decision.Events);
    }
}
