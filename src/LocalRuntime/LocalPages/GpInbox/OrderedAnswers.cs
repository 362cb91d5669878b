using System.Collections.Concurrent;

namespace LocalRuntime.LocalPages.GpInbox;

/// <summary>Failures that a test or a developer ordered from an inbox; the next deliveries get them, then the inbox is well again.</summary>
/// <remarks>Kept in memory: a restart of the app mends the sample GP system.</remarks>
sealed class OrderedAnswers
{
    readonly ConcurrentDictionary<string, OrderedAnswer> orders = [];

    /// <summary>Replaces what was ordered from that inbox before.</summary>
    public void Order(string inbox, OrderedAnswer answer) => orders[inbox] = answer;

    /// <summary>The answer that the next delivery gets; null when the inbox is well.</summary>
    public OrderedAnswer? Take(string inbox)
    {
        while (orders.TryGetValue(inbox, out var order) && order.Times > 0)
        {
            if (orders.TryUpdate(inbox, order with { Times = order.Times - 1 }, order))
            {
                return order;
            }
        }

        return null;
    }
}

/// <summary>An answer other than the inbox's own. A delivery that gets it is not kept: the system was down.</summary>
/// <param name="Status">The HTTP status, 300 to 599.</param>
/// <param name="Times">How many deliveries get it.</param>
/// <param name="RetryAfter">The header <c>Retry-After</c> in seconds; null for none.</param>
sealed record OrderedAnswer(int Status, int Times = 1, int? RetryAfter = null)
{
    public bool IsPossible => Status is >= 300 and <= 599 && Times >= 0 && RetryAfter is null or >= 0;
}
