using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Net.Http.Headers;
using Workflows.Functions.Audit;
using Workflows.Functions.Intake.Waiting;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Intake.Selections;

/// <summary>Persons that a GP system selected, in a CSV file: nobody is referred before the practice has said so for that person.</summary>
sealed class SelectionFunctions(WaitingSubmissions waiting, SubmissionDesk desk, ReferralIntake intake, KeyedHash hash, AuditTrail trail)
{
    /// <summary>More than this nobody looks at one by one.</summary>
    public const int MostRows = 200;

    const int LargestFile = 256 * 1024;

    [Function("PostSelection")]
    public async Task<IResult> Post([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/selections")] HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase))
        {
            return Problem.Of(ProblemKind.NotCsv);
        }

        var bytes = new byte[LargestFile + 1];
        var length = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        if (length > LargestFile)
        {
            return Problem.Of(ProblemKind.TooLarge, LargestFile / 1024);
        }

        var errors = new FieldErrors();
        var rows = Read(bytes.AsSpan(0, length), errors);
        if (errors.Any)
        {
            return Problem.With(errors);
        }

        // The same file again is the same selection: what was decided in it stays decided.
        var practice = request.Caller.Practice!;
        var selection = (await hash.OfAsync("selection", [practice, Convert.ToHexString(bytes.AsSpan(0, length))], cancellation))[..22];
        foreach (var (index, row) in rows.Index())
        {
            var place = WaitingPlace.Selected(practice, selection, index + 1);
            if (await waiting.FindAsync(place, cancellation) is null)
            {
                var referral = Guid.NewGuid().ToString("N");
                await trail.RecordAsync(AuditEvents.SelectionStored, request.Caller, organisation: null, referral);
                await waiting.AddAsync(place, referral, selection, new(row, [], []), cancellation);
            }
        }

        return Results.Accepted("/api/selections", new { id = selection, rows = rows.Count });
    }

    [Function("GetSelections")]
    public async Task<IResult> Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/selections")] HttpRequest request, CancellationToken cancellation)
    {
        var shown = new List<object>();
        await foreach (var row in waiting.AllAsync(WaitingPlace.SelectedBy(request.Caller.Practice!), cancellation).Take(MostRows))
        {
            if (await waiting.ReadAsync(row, cancellation) is { } content)
            {
                await trail.RecordAsync(AuditEvents.SelectionRead, request.Caller, organisation: null, row.Referral);
                shown.Add(new { selection = row.Source, row = row.Place.Number, row.ReceivedAt, row.ExpiresAt, content.Submission });
            }
        }

        return Results.Json(new { rows = shown }, ReferralJson.Edge);
    }

    [Function("ApproveSelected")]
    public async Task<IResult> Approve(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/selections/{id}/rows/{row}/approve")] HttpRequest request,
        string id,
        string row,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (await FindAsync(request, id, row, cancellation) is not { } found || await waiting.ReadAsync(found, cancellation) is not { } content)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var taken = await desk.TakeAsync(request, request.Caller, body => Complete(body, content.Submission, request.Caller.Practice!));
        if (taken.IsRefused)
        {
            return taken.Problem;
        }

        if (!await waiting.TakeAsync(found, cancellation))
        {
            return Problem.Of(ProblemKind.Conflict);
        }

        await intake.StartAsync(found.Referral, taken.Referral, request.Caller, AuditEvents.SelectionApproved, client, cancellation);
        await waiting.FinishAsync(found, cancellation);
        return Receipt.Of(found.Referral);
    }

    [Function("RejectSelected")]
    public async Task<IResult> Reject(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/selections/{id}/rows/{row}/reject")] HttpRequest request, string id, string row, CancellationToken cancellation)
    {
        if (await FindAsync(request, id, row, cancellation) is not { } found)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        await trail.RecordAsync(AuditEvents.SelectionRejected, request.Caller, organisation: null, found.Referral);
        return await waiting.DiscardAsync(found, "rejected", cancellation) ? Results.NoContent() : Problem.Of(ProblemKind.Conflict);
    }

    /// <summary>Another practice's is not there, nor is one whose number is none: left to the binding, that would be a failure of ours.</summary>
    async Task<WaitingRow?> FindAsync(HttpRequest request, string id, string row, CancellationToken cancellation) =>
        int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MostRows
            ? await waiting.FindAsync(WaitingPlace.Selected(request.Caller.Practice!, id, number), cancellation)
            : null;

    static List<JsonElement> Read(ReadOnlySpan<byte> utf8, FieldErrors errors)
    {
        if (!Utf8.IsValid(utf8))
        {
            errors.Add("", FieldRules.MalformedText);
            return [];
        }

        CsvTable table;
        try
        {
            table = CsvTable.Read(System.Text.Encoding.UTF8.GetString(utf8));
        }
        catch (FormatException wrong)
        {
            errors.Add("", SelectionRules.NotCsv, wrong.Message);
            return [];
        }

        SelectionColumns.Check(table.Header, errors);
        if (table.Rows.Count == 0)
        {
            errors.Add("", SelectionRules.NoRows);
        }
        else if (table.Rows.Count > MostRows)
        {
            errors.Add("", SelectionRules.TooManyRows, MostRows);
        }

        return errors.Any ? [] : [.. table.Rows.Select((row, index) => SelectionColumns.Read(table.Header, row, index + 1, errors))];
    }

    /// <summary>The row with what the practice adds at the approval, which counts where both say something: somebody has just looked.</summary>
    static JsonElement Complete(JsonElement body, JsonElement row, string practice)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return body;
        }

        var whole = JsonObject.Create(row)!.DeepClone().AsObject();
        whole["practice"] = practice;
        foreach (var member in body.EnumerateObject())
        {
            whole[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        }

        return JsonSerializer.SerializeToElement(whole);
    }
}
