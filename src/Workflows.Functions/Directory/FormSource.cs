using System.Text.Json.Serialization;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Directory;

/// <summary>A form of a form tool that sends referrals, and where each of its answers stands in a referral.</summary>
/// <param name="Id">Unique among the forms; the last part of the address that the tool calls.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Tool">Which tool sends it, and so in which shape the answers come.</param>
/// <param name="Organisation">To which organisation it refers; its coordinator gets what cannot be mapped.</param>
/// <param name="Practice">The practice whose form it is; null when an answer says which.</param>
/// <param name="SubmissionId">Which answer is the tool's own id of a submission; null for the one that the tool always gives.</param>
/// <param name="Fields">Where each field of a referral comes from.</param>
/// <param name="Secret">What the tool signs with; null for a tool that sends an API key. Never shown.</param>
sealed record FormSource(
    string Id,
    string Name,
    FormTool Tool,
    string Organisation,
    string? Practice,
    string? SubmissionId,
    ValueList<FormField> Fields,
    [property: JsonIgnore] string? Secret = null);

/// <summary>The tools whose shape is known.</summary>
[JsonConverter(typeof(EnumAsText<FormTool>))]
enum FormTool
{
    /// <summary>Typeform's webhook: answers by the <c>ref</c> of their question, signed.</summary>
    Typeform,

    /// <summary>The Webhooks add-on of Gravity Forms (WordPress), all fields as JSON: answers by the number of their field.</summary>
    GravityForms,

    /// <summary>Microsoft Forms through Power Automate: answers by the id of their question.</summary>
    MicrosoftForms,

    /// <summary>Any JSON object: answers by their JSON pointer.</summary>
    Json,
}

/// <summary>Where one field of a referral comes from: from answers, or always the same value.</summary>
/// <param name="To">The field, as a JSON pointer into a submission.</param>
/// <param name="From">The names of the answers; several are joined.</param>
/// <param name="Value">The same for every submission; null when answers are named.</param>
/// <param name="Format">How the tool writes a date or a moment, as .NET writes formats; null for ISO 8601. A moment without offset is in UTC.</param>
/// <param name="Choices">What an answer stands for; with any of these, every answer must be among them.</param>
sealed record FormField(string To, ValueList<string> From, string? Value, string? Format, ValueList<FormChoice> Choices);

/// <summary>What an answer stands for.</summary>
/// <param name="Answer">As the form shows it.</param>
/// <param name="Value">As a submission has it.</param>
sealed record FormChoice(string Answer, string Value);
