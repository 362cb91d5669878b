using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;

namespace Workflows.Functions.Audit;

/// <summary><c>GET /api/audit?month=2026-04&amp;format=csv</c>: the coordinator's own organisation's log of a month, as lines of JSON or as CSV.</summary>
sealed class ExportAudit(AuditTable table, AuditTrail trail)
{
    [Function(nameof(ExportAudit))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/audit")] HttpRequest request, CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        var name = request.Query["month"].ToString();
        if (!AuditMonth.IsName(name))
        {
            errors.Add("/month", FieldRules.NotAccepted, "2026-04");
        }

        var format = request.Query["format"].ToString();
        if (format is not ("" or "ndjson" or "csv"))
        {
            errors.Add("/format", FieldRules.NotAccepted, "ndjson, csv");
        }

        if (errors.Any)
        {
            return Problem.With(errors);
        }

        var month = new AuditMonth(request.Caller.Organisation!, name);
        await trail.RecordAsync(AuditEvents.AuditRead, request.Caller, request.Caller.Organisation);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return format is "csv"
            ? Results.Stream(body => WriteAsync(body, month, AuditCsv.Header, AuditCsv.Of, cancellation), "text/csv; charset=utf-8", $"audit-{name}.csv")
            : Results.Stream(body => WriteAsync(body, month, "", line => ReferralJson.Write(line) + "\n", cancellation), "application/x-ndjson", $"audit-{name}.ndjson");
    }

    async Task WriteAsync(Stream body, AuditMonth month, string header, Func<AuditLine, string> write, CancellationToken cancellation)
    {
        await using var text = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await text.WriteAsync(header.AsMemory(), cancellation);
        await foreach (var line in table.LinesAsync(month, cancellation))
        {
            await text.WriteAsync(write(line).AsMemory(), cancellation);
        }
    }
}
