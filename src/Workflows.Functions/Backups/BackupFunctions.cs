using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Audit;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;

namespace Workflows.Functions.Backups;

/// <summary>Lets an administrator make a backup, see which there are, and restore one; and makes one each night.</summary>
sealed class BackupFunctions(BackupDesk desk, AuditTrail trail, ILogger<BackupFunctions> logger)
{
    /// <summary>After the other work of the night, which writes more than people do then.</summary>
    [Function("BackUpNightly")]
    public async Task Nightly([TimerTrigger("0 0 4 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (desk.IsOpen && await desk.BeginAsync(client, cancellation) is null)
        {
            logger.BackupStillRuns();
        }
    }

    [Function("MakeBackup")]
    public async Task<IResult> Make(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/backups")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (!desk.IsOpen)
        {
            return Problem.Of(ProblemKind.NoBackupStorage);
        }

        await trail.RecordAsync(AuditEvents.BackupMade, request.Caller, organisation: null);
        return await desk.BeginAsync(client, cancellation) is { } name ? Results.Accepted("/api/backups", new { name, statusUrl = "/api/backups" }) : Problem.Of(ProblemKind.AtWork);
    }

    [Function("ListBackups")]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/backups")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        desk.IsOpen ? Results.Json(await desk.ShowAsync(client, cancellation), ReferralJson.Edge) : Problem.Of(ProblemKind.NoBackupStorage);

    /// <summary>Not recorded before it: the audit log itself is restored, and then says so.</summary>
    [Function("RestoreBackup")]
    public async Task<IResult> Restore(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/backups/{backup}/restore")] HttpRequest request, string backup, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        !desk.IsOpen ? Problem.Of(ProblemKind.NoBackupStorage) : await desk.RestoreAsync(backup, request.Caller.Id, client, cancellation) switch
        {
            RestoreAnswer.Begun => Results.Accepted("/api/backups", new { name = backup, statusUrl = "/api/backups" }),
            RestoreAnswer.NoSuchBackup => Problem.Of(ProblemKind.NotFound),
            RestoreAnswer.InUse => Problem.Of(ProblemKind.InUse),
            _ => Problem.Of(ProblemKind.AtWork),
        };
}
