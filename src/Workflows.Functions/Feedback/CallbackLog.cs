using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Feedback;

/// <summary>Every attempt to deliver feedback to a system, beside the messages of its referral: when, and what came of it.</summary>
sealed class CallbackLog(Tables tables, TimeProvider clock, ILogger<CallbackLog> logger)
{
    /// <summary>No message's key begins with it: those begin with the referral's id.</summary>
    public const string Prefix = "callback!";

    /// <summary>Writes an attempt down. An attempt that was made is not made again because it could not be written down.</summary>
    public async Task AddAsync(string referral, string feedback, DeliveryAttempt attempt, CancellationToken cancellation = default)
    {
        var at = clock.GetUtcNow();
        var row = new TableEntity(TableKey.Valid(referral), TableKey.Valid($"{Prefix}{feedback}!{at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture)}"))
        {
            [nameof(CallbackAttempt.Feedback)] = feedback,
            [nameof(CallbackAttempt.At)] = at,
            [nameof(CallbackAttempt.Result)] = $"{attempt.Result}",
            [nameof(CallbackAttempt.Detail)] = attempt.Detail,
        };
        try
        {
            await tables.Notifications.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
        }
        catch (RequestFailedException failure)
        {
            logger.AttemptIsNotInTheLog(feedback, failure.Status);
        }
    }

    /// <summary>The attempts of a referral's feedback, by feedback and moment.</summary>
    public async Task<IReadOnlyList<CallbackAttempt>> ReadAsync(string referral, CancellationToken cancellation = default) => await tables.Notifications
        .QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {referral} and RowKey ge {Prefix} and RowKey lt {Prefix[..^1] + '"'}"), cancellationToken: cancellation)
        .Select(row => new CallbackAttempt(
            row.GetString(nameof(CallbackAttempt.Feedback)),
            row.GetDateTimeOffset(nameof(CallbackAttempt.At))!.Value,
            Enum.Parse<DeliveryResult>(row.GetString(nameof(CallbackAttempt.Result))),
            row.GetString(nameof(CallbackAttempt.Detail))))
        .ToListAsync(cancellation);
}

/// <summary>One attempt to deliver feedback to a system.</summary>
/// <param name="Feedback">The feedback's id.</param>
/// <param name="At">When it was made.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Detail">The code of the answer; null where there was none to tell.</param>
sealed record CallbackAttempt(string Feedback, DateTimeOffset At, DeliveryResult Result, string? Detail);
