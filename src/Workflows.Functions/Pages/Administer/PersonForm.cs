using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Workflows.Functions.Directory;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Referrals.Identifiers;
using Workflows.Referrals.Matching;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Administer;

/// <summary>The form of somebody of an organisation, and what it is as a part of the directory: the same desk takes in both.</summary>
static class PersonForm
{
    public const string Id = "id";
    public const string Themes = "themes";
    public const string Neighbourhoods = "neighbourhoods";

    static readonly char[] BetweenAreas = [',', ';', ' ', '\n', '\r'];

    /// <summary>In the order of the form, so that the errors above it are too.</summary>
    static readonly string[] InOrder = [Id, "name", "role", "email", "phone", "account", "capacity", Neighbourhoods, Themes];

    /// <summary>What is filled in, as the API wants it, with the absences as they stand. What cannot be understood is passed on as it is, to be refused there.</summary>
    public static JsonElement Body(IFormCollection form, string id, ValueList<Absence> absences) => JsonSerializer.SerializeToElement(new JsonObject
    {
        [Id] = id,
        ["name"] = form["name"].ToString(),
        ["email"] = form["email"].ToString().Trim(),
        ["phone"] = PhoneNumber.Normalise(form["phone"]) ?? Given(form["phone"]),
        ["role"] = Given(form["role"]),
        ["account"] = Given(form["account"]),
        [Neighbourhoods] = Texts(form[Neighbourhoods].ToString().Split(BetweenAreas, StringSplitOptions.RemoveEmptyEntries)),
        [Themes] = Texts(form[Themes]),
        ["capacity"] = int.TryParse(form["capacity"], NumberStyles.None, CultureInfo.InvariantCulture, out var capacity) ? capacity : Given(form["capacity"]),
        ["absences"] = JsonSerializer.SerializeToNode(absences, DirectoryJson.Options),
    });

    public static Dictionary<string, StringValues> Values(Worker worker) => new()
    {
        [Id] = worker.Id,
        ["name"] = worker.Name,
        ["email"] = worker.Email,
        ["phone"] = worker.Phone,
        ["role"] = Code.Of(worker.Role),
        ["account"] = worker.Account,
        [Neighbourhoods] = string.Join(", ", worker.Neighbourhoods),
        [Themes] = worker.Themes.ToArray(),
        ["capacity"] = worker.Capacity.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>What the desk found wrong, at the fields of the form and in its order.</summary>
    public static IReadOnlyList<FormError> Errors(Problem problem, Language language) =>
    [
        .. from error in problem.Errors
           group error by FieldOf(error.Pointer) into wrong
           orderby Array.IndexOf(InOrder, wrong.Key)
           select ErrorAt(wrong.Key, TextOf(wrong.First(), language), language),
    ];

    /// <summary>What is wrong with a field, in words that are known already.</summary>
    public static FormError ErrorAt(string field, string text, Language language) => new(field, PageTexts.Of(typeof(PersonForm), $"Field.{field}", language), text);

    /// <summary>That somebody must be a coordinator is about the role.</summary>
    static string FieldOf(string pointer) => InOrder.FirstOrDefault(field => pointer == $"/{field}" || pointer.StartsWith($"/{field}/", StringComparison.Ordinal)) ?? "role";

    static string TextOf(FieldError error, Language language) =>
        error.Rule == FieldRules.WrongType ? FieldRules.OutOfRange.Text.In(language, 0, 500)
        : FieldTexts.Of(error, language);

    static string? Given(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    static JsonArray Texts(IEnumerable<string?> texts) => new([.. texts.Select(text => (JsonNode?)text)]);
}
