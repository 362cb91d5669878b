using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using Workflows.Functions.Audit;
using Workflows.Functions.Clients;
using Workflows.Functions.Insights.Facts;
using Workflows.Functions.Notifications;
using Workflows.Functions.Retention;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Tests;

/// <summary>The app's stores over tables of one test's own.</summary>
sealed class TestStorage
{
    public static readonly DateTimeOffset Monday = new(2026, 4, 13, 10, 0, 0, TimeSpan.FromHours(2));

    TestStorage(Tables tables)
    {
        Tables = tables;
        Timelines = new(tables, new(tables.Pending, Machine));
        Lists = new(tables);
        Keys = new(tables, Master, Clock);
        Dossiers = new(tables, Keys);
        Hash = new(Keys);
        Submissions = new(tables, Hash, Clock);
        Clients = new(tables, Hash);
        Trail = new(new(new(tables), Hash, Clock, NullLogger<AuditLog>.Instance), Clock);
        Suppressions = new(tables, Hash, Clock);
        Erasures = new(tables, Clock);
        Profiles = new(tables, Clock);
        Sessions = new(tables, Hash, Clock);
        Erasure = new(Erasures, Dossiers, Submissions, Suppressions, Sessions);
    }

    public Tables Tables { get; }

    /// <summary>The app's clock.</summary>
    public TestClock Clock { get; } = new(Monday);

    /// <summary>The machine's clock, as the storage service has it.</summary>
    public TestClock Machine { get; } = new(DateTimeOffset.UtcNow);

    public TestMasterKey Master { get; } = new();

    public TimelineStore Timelines { get; }

    public ListStore Lists { get; }

    public DataKeys Keys { get; }

    public DossierStore Dossiers { get; }

    public KeyedHash Hash { get; }

    public SubmissionStore Submissions { get; }

    public SameClientStore Clients { get; }

    public AuditTrail Trail { get; }

    public Suppressions Suppressions { get; }

    public ClientSessions Sessions { get; }

    public ErasureList Erasures { get; }

    public Erasure Erasure { get; }

    public ProfileStore Profiles { get; }

    /// <summary>Tables of their own, whose requests go by <paramref name="requests"/> if there are such.</summary>
    public static async Task<TestStorage> CreateAsync(WatchedRequests? requests = null)
    {
        var options = new TableClientOptions();
        if (requests is not null)
        {
            options.AddPolicy(requests, HttpPipelinePosition.PerCall);
        }

        var tables = new Tables(new TableServiceClient(await Azurite.ConnectionStringAsync(), options), $"t{Guid.NewGuid():N}"[..10]);
        await tables.CreateAsync();
        var storage = new TestStorage(tables);
        await storage.Profiles.CreateAsync(CancellationToken.None);
        return storage;
    }
}
