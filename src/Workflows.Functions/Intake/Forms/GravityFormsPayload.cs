using System.Text.Json;
using System.Text.RegularExpressions;

namespace Workflows.Functions.Intake.Forms;

/// <summary>An entry of Gravity Forms, as its Webhooks add-on sends all fields: numbers of fields and their inputs beside what WordPress knows of the entry.</summary>
/// <remarks>A name has inputs (1.3 first, 1.6 last name), and so has each box of a list of check boxes (5.1, 5.2). <c>date_created</c> is in UTC.</remarks>
static partial class GravityFormsPayload
{
    public const string Id = "id";

    public static IEnumerable<FormAnswer> Read(JsonElement payload) => payload.ValueKind != JsonValueKind.Object
        ? []
        : payload.EnumerateObject().Select(member => new FormAnswer(member.Name, member.Name, FormAnswers.TextsOf(member.Value), IsAsked: FieldNumber().IsMatch(member.Name)));

    [GeneratedRegex(@"\A[0-9]+(\.[0-9]+)?\z")]
    private static partial Regex FieldNumber();
}
