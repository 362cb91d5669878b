using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Messages;

/// <summary>The thread between worker and referrer: who wrote when stands in the timeline, the texts stand in the dossier for 30 days.</summary>
sealed class MessageThread(TimelineStore timeline, DossierStore dossiers, ListStore lists, TimeProvider clock)
{
    /// <summary>All messages of all referrals, in the order in which they expire. No organisation's list begins with an exclamation mark.</summary>
    const string Expiring = "!expiring-messages";

    static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    /// <summary>Notes when a message expires; to be called before its text is written, so that no text outlives its day.</summary>
    public Task WillExpireAsync(string referral, string section, CancellationToken cancellation = default)
    {
        var expiring = new ExpiringMessage(referral, section, clock.GetUtcNow() + Lasts);
        return lists.MoveAsync([new(KeyOf(expiring), ReferralJson.Write(expiring))], [], cancellation);
    }

    /// <summary>The messages that have not expired, oldest first; while the client shares no content with the referrer, none of what the other side wrote.</summary>
    public async Task<IReadOnlyList<ThreadMessage>> ReadAsync(string referral, CancellationToken cancellation = default)
    {
        var (messages, events) = (new List<ThreadMessage>(), (await timeline.ReadEventsAsync(referral, cancellation)).Select(stored => ReferralJson.ReadEvent(stored.Json)).ToList());
        var shares = events.Select(happened => SharedBy(happened.Change)).LastOrDefault(shared => shared is not null) ?? true;
        foreach (var happened in events)
        {
            if (happened.Change is MessageWritten { Text: var section }
                && (shares || happened.By.Role is Role.Referrer)
                && happened.At + Lasts > clock.GetUtcNow()
                && await dossiers.ReadAsync(referral, section, cancellation) is { } text)
            {
                messages.Add(new(happened.Sequence, happened.At, happened.By, text, happened.At + Lasts));
            }
        }

        return messages;
    }

    /// <summary>Removes the texts whose 30 days are over. Can be repeated.</summary>
    public async Task ExpireAsync(CancellationToken cancellation = default)
    {
        await foreach (var expiring in lists.AllAsync(Expiring, cancellation).Select(ReferralJson.ReadExpiringMessage))
        {
            if (expiring.At > clock.GetUtcNow())
            {
                return;
            }

            await dossiers.RemoveAsync(expiring.Referral, expiring.Section, cancellation);
            await lists.MoveAsync([], [KeyOf(expiring)], cancellation);
        }
    }

    static bool? SharedBy(Change change) => change switch
    {
        Received received => received.Submission.SharesContentWithReferrer,
        SharingChanged changed => changed.SharesContent,
        _ => null,
    };

    static ListKey KeyOf(ExpiringMessage expiring) => ListKey.At(Expiring, expiring.At, $"{expiring.Referral}!{expiring.Section}");
}

/// <summary>A message whose text is to be removed.</summary>
/// <param name="Referral">The referral's id.</param>
/// <param name="Section">The dossier section of the text.</param>
/// <param name="At">From when.</param>
sealed record ExpiringMessage(string Referral, string Section, DateTimeOffset At);

/// <summary>A message as those who may read it see it.</summary>
/// <param name="Sequence">Its place in the timeline.</param>
/// <param name="At">When it was written.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="Text">What was written, without citizen service numbers.</param>
/// <param name="ExpiresAt">From when it is no longer shown.</param>
sealed record ThreadMessage(int Sequence, DateTimeOffset At, Actor By, string Text, DateTimeOffset ExpiresAt);
