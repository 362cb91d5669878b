using Azure.Core;
using Azure.Data.Tables;

namespace Workflows.Functions.Storage;

/// <summary>The app's tables in one storage account, each under its name with the app's prefix before it.</summary>
/// <remarks>A prefix lets several apps, or several tests, share one account.</remarks>
sealed class Tables(TableServiceClient service, string prefix = "")
{
    public TableClient Timeline { get; } = service.GetTableClient(prefix + "Timeline");

    /// <summary>Names the referrals that may still hold a command or an effect, so that a sweep need not read them all.</summary>
    public TableClient Pending { get; } = service.GetTableClient(prefix + "Pending");

    public TableClient Submissions { get; } = service.GetTableClient(prefix + "Submissions");

    public TableClient Lists { get; } = service.GetTableClient(prefix + "Lists");

    public TableClient Dossiers { get; } = service.GetTableClient(prefix + "Dossiers");

    public TableClient DossierKeys { get; } = service.GetTableClient(prefix + "DossierKeys");

    public TableClient Notifications { get; } = service.GetTableClient(prefix + "Notifications");

    /// <summary>Submissions that wait for a person: what no mapping could read, and the rows of a practice's selection.</summary>
    public TableClient Waiting { get; } = service.GetTableClient(prefix + "Waiting");

    /// <summary>Who did what to whose data. Nothing in the app but a restore deletes a row of it.</summary>
    public TableClient Audit { get; } = service.GetTableClient(prefix + "Audit");

    /// <summary>What a practice keeps for itself: the secret of its calendar, and when it last spoke with each worker.</summary>
    public TableClient Practices { get; } = service.GetTableClient(prefix + "Practices");

    /// <summary>The ids of the referrals whose persons were erased. A restore adds to it and takes nothing away.</summary>
    public TableClient Erasures { get; } = service.GetTableClient(prefix + "Erasures");

    /// <summary>The codes and sessions with which clients sign in.</summary>
    public TableClient SignIns { get; } = service.GetTableClient(prefix + "SignIns");

    /// <summary>A table that another folder owns; it is created by its owner.</summary>
    public TableClient Named(string name) => service.GetTableClient(prefix + name);

    /// <summary>Creates the tables that do not exist yet.</summary>
    public Task CreateAsync(CancellationToken cancellation = default) =>
        Task.WhenAll(((TableClient[])[Timeline, Pending, Submissions, Lists, Dossiers, DossierKeys, Notifications, Waiting, Audit, Practices, Erasures, SignIns])
            .Select(table => table.CreateIfNotExistsAsync(cancellation)));

    /// <summary>Opens the account that <paramref name="storage"/> names.</summary>
    /// <param name="storage"><c>UseDevelopmentStorage=true</c>, a connection string, or the <c>https</c> address of a table service.</param>
    /// <param name="credential">Who the app is at an <c>https</c> address; asked for only there.</param>
    /// <param name="prefix">Put before every table name: letters and digits, a letter first; empty for none.</param>
    public static Tables Open(string storage, Func<TokenCredential> credential, string prefix = "")
    {
        var counted = new TableClientOptions();
        counted.AddPolicy(new CountedRequests(), HttpPipelinePosition.PerRetry);
        return new(Uri.TryCreate(storage, UriKind.Absolute, out var endpoint) && endpoint.Scheme == Uri.UriSchemeHttps
                ? new TableServiceClient(endpoint, credential(), counted)
                : new TableServiceClient(storage, counted),
            prefix);
    }
}
