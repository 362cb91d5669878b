using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Functions.Directory;
using Workflows.Functions.Intake.Waiting;
using Workflows.Functions.Problems;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Intake.Forms;

/// <summary>Reads a form's submission: a clean referral, and otherwise what a coordinator needs to mend it. Stores nothing.</summary>
sealed class FormDesk(DirectoryStore directory, TimeProvider clock)
{
    public async Task<Outcome> ReadAsync(FormSource form, FormAnswers answers, CancellationToken cancellation = default)
    {
        var mapping = new FieldErrors();
        var submission = FormMapping.Map(form, answers, mapping);
        var reading = new FieldErrors();
        var referral = SubmissionReader.Read(
            JsonElement.Parse(submission.ToJsonString()), await directory.OrganisationAsync(form.Organisation, cancellation), clock.GetUtcNow(), reading);
        var rest = FormMapping.Rest(form, answers, mapping).ToValueList();

        // What an answer could not fill is also missing: its field is named once, with the reason that came first.
        var errors = mapping.All.Concat(reading.All.ExceptBy(mapping.All.Select(error => error.Pointer), error => error.Pointer));
        return new(
            referral is null || mapping.Any ? null : referral with { Dossier = referral.Dossier with { Unmapped = rest } },
            new WaitingContent(JsonSerializer.SerializeToElement(Redacted(submission)), rest, [.. errors.Select(WaitingError.Of)]));
    }

    static JsonNode? Redacted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Redacted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Redacted)]),
        JsonValue value when value.TryGetValue<string>(out var text) => FormMapping.WithoutCitizenNumber(text),
        _ => node?.DeepClone(),
    };

    /// <summary>What was made of a submission.</summary>
    /// <param name="Referral">The clean referral; null when something is wrong with it.</param>
    /// <param name="ForReview">The same as a person looks at it, with what is wrong.</param>
    public sealed record Outcome(NewReferral? Referral, WaitingContent ForReview);
}
