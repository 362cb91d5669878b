using Azure;
using Azure.Data.Tables;
using Workflows.Functions.Intake;
using Workflows.Functions.Storage;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Identifiers;
using Workflows.Referrals.Insights.Facts;
using Workflows.Referrals.Timeline;
using Workflows.Referrals.Vocabulary;

namespace Workflows.Functions.Insights.Facts;

/// <summary>What is known of a person in figures: classes, taken once when the referral arrives. The figures never open a dossier for them, and they stay when it is erased.</summary>
sealed class ProfileStore(Tables tables, TimeProvider clock)
{
    const string RowKey = "profile";
    const string Json = "Json";

    readonly TableClient table = tables.Named("Profiles");

    public Task CreateAsync(CancellationToken cancellation) => table.CreateIfNotExistsAsync(cancellation);

    /// <summary>Takes the classes of whom a new referral is about. Can be repeated: what was taken first stands.</summary>
    public Task KeepAsync(string referral, NewReferral arrived, CancellationToken cancellation = default)
    {
        var client = arrived.Dossier.Client;
        return WriteAsync(
            referral,
            Profile.Of(
                TargetGroupFacts.AgeOn(client.BirthDate, AmsterdamTime.DayOf(clock.GetUtcNow())),
                PostalCode.Area(client.PostalCode),
                [.. arrived.Dossier.Reasons.Select(reason => reason.Code)],
                arrived.Submission.Pathway.Id),
            cancellation);
    }

    /// <summary>Keeps the classes unless some were kept.</summary>
    internal async Task WriteAsync(string referral, Profile profile, CancellationToken cancellation = default)
    {
        try
        {
            await table.AddEntityAsync(new TableEntity(TableKey.Valid(referral), RowKey) { [Json] = ReferralJson.Write(profile) }, cancellation);
        }
        catch (RequestFailedException taken) when (taken.Status is 409)
        {
            // The same submission once more.
        }
    }

    /// <summary>The classes; unknown when none were taken.</summary>
    public async Task<Profile> FindAsync(string referral, CancellationToken cancellation = default) =>
        await table.GetEntityIfExistsAsync<TableEntity>(referral, RowKey, cancellationToken: cancellation) is { HasValue: true, Value: { } row } ? ReferralJson.ReadProfile(row.GetString(Json)) : Profile.Unknown;
}
