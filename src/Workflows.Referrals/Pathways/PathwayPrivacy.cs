using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Workflows.Referrals.Identifiers;

namespace Workflows.Referrals.Pathways;

/// <summary>A pathway travels between organisations: what looks like a person's number or address has no place in it.</summary>
static partial class PathwayPrivacy
{
    /// <summary>As long as the schema lets a text be. A longer one is refused for its length, and not searched: the search is made for short texts.</summary>
    const int LongestText = 500;

    public static IEnumerable<Finding> Check(JsonElement value, string at) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => Check(property.Value, JsonPlaces.Below(at, property.Name))),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => Check(item, JsonPlaces.Below(at, i.ToString(CultureInfo.InvariantCulture)))),
        JsonValueKind.String when LooksPersonal(value.GetString()!) =>
            [new(at, "personal-data", "Een burgerservicenummer, telefoonnummer, postcode of e-mailadres hoort niet in een werkproces.", "A citizen number, phone number, postal code or email address does not belong in a pathway.")],
        _ => [],
    };

    static bool LooksPersonal(string text) => text.Length <= LongestText && (BsnRedaction.Redact(text).Count > 0 || Address().IsMatch(text));

    [GeneratedRegex(@"\S@\S+\.\S|(\+|\b0)[\d\s().-]{8,}\d|\b[1-9]\d{3} ?[A-Z]{2}\b")]
    private static partial Regex Address();
}
