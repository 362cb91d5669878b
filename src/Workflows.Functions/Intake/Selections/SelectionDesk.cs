using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Audit;
using Workflows.Functions.Intake.Waiting;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Intake.Selections;

/// <summary>What a practice does with persons that its GP system selected, as a program asks for it or a page: nobody is referred before the practice has said so for that person.</summary>
sealed class SelectionDesk(WaitingSubmissions waiting, SubmissionDesk desk, ReferralIntake intake, KeyedHash hash, AuditTrail trail, TimeProvider clock)
{
    /// <summary>The parts of a submission that a file fills.</summary>
    static readonly string[] OfFile = ["/client", "/reasons", "/question", "/reference"];

    /// <summary>Stores the persons of a file. The same file again is the same selection: what was decided in it stays decided.</summary>
    public async Task<StoredSelection> StoreAsync(ReadOnlyMemory<byte> file, Caller caller, CancellationToken cancellation)
    {
        if (file.Length > SelectionFile.Largest)
        {
            return new("", 0, Problem.Of(ProblemKind.TooLarge, SelectionFile.Largest / 1024));
        }

        var errors = new FieldErrors();
        var rows = SelectionFile.Read(file.Span, errors);
        if (errors.Any)
        {
            return new("", 0, Problem.With(errors));
        }

        var practice = caller.Practice!;
        var selection = (await hash.OfAsync("selection", [practice, Convert.ToHexString(file.Span)], cancellation))[..22];
        foreach (var (index, row) in rows.Index())
        {
            var place = WaitingPlace.Selected(practice, selection, index + 1);
            if (await waiting.FindAsync(place, cancellation) is null)
            {
                var referral = Guid.NewGuid().ToString("N");
                await trail.RecordAsync(AuditEvents.SelectionStored, caller, organisation: null, referral);
                await waiting.AddAsync(place, referral, selection, new(row, [], []), cancellation);
            }
        }

        return new(selection, rows.Count, null);
    }

    /// <summary>Who waits for the practice, in the order of the files and their rows.</summary>
    public IAsyncEnumerable<WaitingRow> AllAsync(Caller caller, CancellationToken cancellation) => waiting.AllAsync(WaitingPlace.SelectedBy(caller.Practice!), cancellation);

    /// <summary>What stands in a row, for what the practice does with it; null when that was erased.</summary>
    public Task<WaitingContent?> ReadAsync(WaitingRow row, CancellationToken cancellation) => waiting.ReadAsync(row, cancellation);

    /// <summary>What stands in a row, once it is recorded that the practice sees it; null when that was erased.</summary>
    public async Task<WaitingContent?> OpenAsync(WaitingRow row, Caller caller, CancellationToken cancellation)
    {
        if (await waiting.ReadAsync(row, cancellation) is not { } content)
        {
            return null;
        }

        await trail.RecordAsync(AuditEvents.SelectionRead, caller, organisation: null, row.Referral);
        return content;
    }

    /// <summary>The row of that number in a selection of the practice; null when there is none. Another practice's is not there.</summary>
    public async Task<WaitingRow?> FindAsync(string selection, string row, Caller caller, CancellationToken cancellation) =>
        int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= SelectionFile.MostRows
            ? await waiting.FindAsync(WaitingPlace.Selected(caller.Practice!, selection, number), cancellation)
            : null;

    /// <summary>What is wrong with what the file says of a person; what the practice adds is not looked at.</summary>
    public IReadOnlyList<FieldError> WrongIn(JsonElement submission)
    {
        var errors = new FieldErrors();
        SubmissionReader.Read(submission, organisation: null, clock.GetUtcNow(), errors);
        return [.. errors.All.Where(error => OfFile.Any(part => error.Pointer.StartsWith(part, StringComparison.Ordinal)))];
    }

    /// <summary>Refers the person. Can be repeated.</summary>
    /// <param name="row">The person's row.</param>
    /// <param name="content">What stands in it.</param>
    /// <param name="added">What the practice says: to whom, who refers, with what consent, and what it puts in the place of what the file says.</param>
    /// <param name="caller">Who of the practice.</param>
    /// <param name="client">The engine.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Why the person is not referred; null when it was done.</returns>
    public async Task<Problem?> ApproveAsync(WaitingRow row, WaitingContent content, JsonBody.Read added, Caller caller, DurableTaskClient client, CancellationToken cancellation)
    {
        var taken = await desk.TakeAsync(added, caller, body => Complete(body, content.Submission, caller.Practice!), cancellation);
        if (taken.IsRefused)
        {
            return taken.Problem;
        }

        if (!await waiting.TakeAsync(row, cancellation))
        {
            return Problem.Of(ProblemKind.Conflict);
        }

        await intake.StartAsync(row.Referral, taken.Referral, caller, AuditEvents.SelectionApproved, client, cancellation);
        await waiting.FinishAsync(row, cancellation);
        return null;
    }

    /// <summary>Leaves the person out: what stood in the row becomes unreadable. Can be repeated.</summary>
    /// <returns>False when somebody referred the person.</returns>
    public async Task<bool> RejectAsync(WaitingRow row, Caller caller, CancellationToken cancellation)
    {
        await trail.RecordAsync(AuditEvents.SelectionRejected, caller, organisation: null, row.Referral);
        return await waiting.DiscardAsync(row, "rejected", cancellation);
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

/// <summary>What became of a file.</summary>
/// <param name="Id">The selection's id.</param>
/// <param name="Rows">How many persons it has.</param>
/// <param name="Problem">Why it was not stored; null when it was.</param>
sealed record StoredSelection(string Id, int Rows, Problem? Problem);
