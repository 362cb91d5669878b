using Workflows.Functions.Directory;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Audit;

/// <summary>Who looked at a client's data, or wanted to.</summary>
sealed class AccessLog(AuditTable table, DirectoryStore directory)
{
    /// <summary>More than a person can look through.</summary>
    const int MostShown = 1000;

    /// <summary>The newest thousand, newest first.</summary>
    public async Task<IReadOnlyList<AccessShown>> OfAsync(Referral referral, CancellationToken cancellation = default)
    {
        var organisation = await directory.OrganisationAsync(referral.Organisation, cancellation);
        var months = await Task.WhenAll(table.NotesAsync(referral.Organisation, cancellation), table.NotesAsync(AuditMonth.App, cancellation));
        var entries = await Task.WhenAll(months.SelectMany(chain => chain).Select(known => table.EntriesAsync(known.Month, referral.Id, cancellation).ToListAsync(cancellation).AsTask()));
        return [.. entries.SelectMany(month => month).OrderByDescending(entry => entry.At).Take(MostShown).Select(entry => AccessShown.Of(entry, organisation))];
    }
}

/// <summary>One time that somebody looked at, changed or wanted to see a client's data.</summary>
/// <param name="At">When.</param>
/// <param name="Event">What was done or wanted.</param>
/// <param name="Role">In which capacity.</param>
/// <param name="User">Who, as an id.</param>
/// <param name="Name">Who, as the organisation calls them; null for who is not in its directory.</param>
/// <param name="OnBehalfOf">For which worker a deputy acted; null otherwise.</param>
/// <param name="Ground">Why they might; null when it was refused.</param>
/// <param name="Refusal">Why they might not; null when it was done.</param>
sealed record AccessShown(DateTimeOffset At, string Event, Role Role, string User, string? Name, string? OnBehalfOf, string? Ground, string? Refusal)
{
    public static AccessShown Of(AuditEntry entry, Organisation? organisation) =>
        new(entry.At, entry.Event, entry.Role, entry.User, NameOf(entry, organisation), entry.OnBehalfOf, entry.Ground, entry.Refusal);

    static string? NameOf(AuditEntry entry, Organisation? organisation) => entry.Role switch
    {
        Role.Worker or Role.Coordinator => organisation?.Worker(entry.User)?.Name,
        Role.Referrer => organisation?.Practice(entry.User)?.Name,
        _ => null,
    };
}
