namespace Workflows.Functions.Storage;

/// <summary>What one turn of a referral leaves behind. All texts are JSON without personal data.</summary>
/// <param name="Referral">The referral's id.</param>
/// <param name="Version">The sequence number of the last event that stands after this turn; a turn without events keeps the one before.</param>
/// <param name="Events">The events of this turn, numbered by the orchestration, so that a repeated commit writes the same again.</param>
/// <param name="Summary">The referral as it stands after this turn.</param>
/// <param name="Handled">The command that this turn handled; null when a deadline or an answer made the turn.</param>
/// <param name="Effects">What has to be sent because of this turn, by key.</param>
/// <param name="Lists">Where the referral stands in lists after this turn.</param>
sealed record TimelineCommit(
    string Referral,
    long Version,
    IReadOnlyList<StoredEvent> Events,
    string Summary,
    HandledCommand? Handled,
    IReadOnlyList<StoredEffect> Effects,
    IReadOnlyList<ListKey> Lists);

/// <summary>One event of a timeline.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="Json">The event.</param>
sealed record StoredEvent(long Sequence, string Json);

/// <summary>One effect that was decided and is not yet known to be dispatched.</summary>
sealed record StoredEffect(string Key, string Json);

/// <summary>What became of a command.</summary>
/// <param name="Key">The command's key.</param>
/// <param name="Outcome">The answer to who gave it, for instance a refusal with its reason, as JSON.</param>
sealed record HandledCommand(string Key, string? Outcome = null);

/// <summary>A command as it is stored.</summary>
/// <param name="Key">The command's key, unique in its referral.</param>
/// <param name="Json">The command.</param>
/// <param name="IsHandled">Whether a turn has handled it.</param>
/// <param name="Outcome">What the turn that handled it answered; null when it did not, or when it said nothing.</param>
sealed record StoredCommand(string Key, string Json, bool IsHandled, string? Outcome);

/// <summary>Whether a command was stored now, earlier, or not at all because its key belongs to another.</summary>
enum CommandStored
{
    Now,
    Before,
    Conflict,
}

/// <summary>What a referral still has to do.</summary>
sealed record PendingWork(string Referral, IReadOnlyList<StoredCommand> Commands, IReadOnlyList<StoredEffect> Effects);
