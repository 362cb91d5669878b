using Microsoft.Extensions.Logging.Abstractions;
using Workflows.Functions.Audit;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Audit;

/// <summary>An audit log over tables of one test's own.</summary>
sealed class AuditUnderTest : IDisposable
{
    public const string Chain = "welzijn-zuid";

    AuditUnderTest(TestStorage storage)
    {
        Storage = storage;
        Table = new(storage.Tables);
        Log = AnotherProcess();
        Verifier = new(Table, storage.Hash);
    }

    public TestStorage Storage { get; }

    public AuditTable Table { get; }

    public AuditLog Log { get; }

    public AuditVerifier Verifier { get; }

    /// <summary>The month of the tests' Monday.</summary>
    public static AuditMonth April { get; } = new(Chain, "2026-04");

    public static async Task<AuditUnderTest> CreateAsync() => new(await TestStorage.CreateAsync());

    /// <summary>One that knows nothing of what the others wrote.</summary>
    public AuditLog AnotherProcess() => new(Table, Storage.Hash, Storage.Clock, NullLogger<AuditLog>.Instance);

    /// <summary>Somebody reads a client's data.</summary>
    public AuditEntry Read(string referral = "r1") =>
        new(AuditEvents.ClientRead, Storage.Clock.Now, referral, Role.Worker, "anna", Ground: AuditGrounds.OwnCaseload);

    /// <summary>So many entries in this month; with the opening one more stands there.</summary>
    public async Task AppendAsync(int entries)
    {
        for (var number = 0; number < entries; number++)
        {
            await Log.AppendAsync(Chain, Read());
        }
    }

    public Task<AuditVerdict> VerifyAsync() => Verifier.VerifyAsync(Chain);

    public void Dispose() => Log.Dispose();
}
