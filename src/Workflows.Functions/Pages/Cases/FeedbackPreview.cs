using System.Text.Json;
using Workflows.Functions.Commands;
using Workflows.Functions.Problems;
using Workflows.Referrals.Commands;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Cases;

/// <summary>What the GP is going to read: the same lines that the command would keep.</summary>
/// <param name="Outcome">How it ended; null for feedback in between.</param>
/// <param name="Lines">As they will be read: without empty ones, and without citizen service numbers.</param>
/// <param name="SharesContent">Whether the client lets the GP read them.</param>
public sealed record FeedbackPreview(OutcomeKind? Outcome, IReadOnlyList<string> Lines, bool SharesContent)
{
    /// <summary>The button that asks for it, without doing anything else.</summary>
    public const string Field = "preview";

    /// <summary>Null for a command that tells the GP nothing in lines.</summary>
    internal static FeedbackPreview? Of(string command, JsonElement body, Referral referral, DateOnly today)
    {
        if (command is not ("record-outcome" or "give-interim-feedback"))
        {
            return null;
        }

        var errors = new FieldErrors();
        var reader = new CommandReader(JsonFields.Of(body, "", errors)!, "preview", referral.Pathway, today, errors);
        var given = reader.Read(command);
        OutcomeKind? outcome = command == "record-outcome" ? (given as RecordOutcome)?.Outcome ?? (referral.Support is null ? OutcomeKind.NotStarted : OutcomeKind.Completed) : null;
        var kept = reader.Sections.Values.FirstOrDefault();
        return new(outcome, kept is null ? [] : JsonSerializer.Deserialize<string[]>(kept)!, referral.Submission.SharesContentWithReferrer);
    }
}
