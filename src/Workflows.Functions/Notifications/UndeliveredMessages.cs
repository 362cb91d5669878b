using Workflows.Functions.Storage;
using Workflows.Referrals.Process;

namespace Workflows.Functions.Notifications;

/// <summary>Messages that reached their person by no channel: on the list of their organisation until a coordinator has seen to them. Ids and codes, nothing personal.</summary>
sealed class UndeliveredMessages(ListStore lists)
{
    /// <summary>Puts the message on the list. Can be repeated: it stands there once.</summary>
    /// <param name="organisation">Whose coordinators hear of it.</param>
    /// <param name="message">The message.</param>
    /// <param name="at">When it was first tried.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task AddAsync(string organisation, Notification message, DateTimeOffset at, CancellationToken cancellation = default)
    {
        var key = ListKey.At(ListOf(organisation), at, message.Key);
        return lists.MoveAsync([new(key, ReferralJson.Write(new UndeliveredMessage(key.Row, message.Key, message.Referral, message.To, message.Template, at)))], [], cancellation);
    }

    /// <summary>A page of the list, oldest first.</summary>
    public async Task<(IReadOnlyList<UndeliveredMessage> Messages, string? After)> ReadAsync(string organisation, int top, string? after, CancellationToken cancellation = default)
    {
        var page = await lists.ReadAsync(ListOf(organisation), top, after, cancellation);
        return ([.. page.Rows.Select(ReferralJson.ReadUndeliveredMessage)], page.After);
    }

    public Task<ListGlance> GlanceAsync(string organisation, int most, CancellationToken cancellation = default) => lists.GlanceAsync(ListOf(organisation), most, cancellation);

    /// <summary>Somebody has seen to it. Can be repeated.</summary>
    public Task RemoveAsync(string organisation, string row, CancellationToken cancellation = default) => lists.MoveAsync([], [new(ListOf(organisation), TableKey.Valid(row))], cancellation);

    static string ListOf(string organisation) => $"{organisation}!undelivered";
}

/// <summary>A message that reached its person by no channel.</summary>
/// <param name="Row">By which it is taken off the list.</param>
/// <param name="Key">The message's key.</param>
/// <param name="Referral">The referral's id, or that of a submission that may become one.</param>
/// <param name="To">Who was to get it.</param>
/// <param name="Template">What it was about, as a code.</param>
/// <param name="At">When it was first tried.</param>
sealed record UndeliveredMessage(string Row, string Key, string Referral, Recipient To, string Template, DateTimeOffset At);
