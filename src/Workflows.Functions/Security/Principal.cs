using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Security;

/// <summary>What App Service Authentication says about who signed in: base64 of a JSON document with claims.</summary>
/// <param name="Claims">Type and value, as Entra ID gave them.</param>
/// <param name="RoleType">Which type of claim is a role.</param>
sealed record Principal(
    [property: JsonPropertyName("claims")] IReadOnlyList<Principal.Entry?>? Claims,
    [property: JsonPropertyName("role_typ")] string? RoleType)
{
    /// <summary>The object id, under the name in the token and the one to which it is mapped.</summary>
    static readonly string[] AccountTypes = ["oid", "http://schemas.microsoft.com/identity/claims/objectidentifier"];

    /// <summary>The object id of the account in Entra ID; null when there is not exactly one.</summary>
    public string? Account => One(AccountTypes);

    /// <returns>Null when the text is no principal.</returns>
    public static Principal? Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Principal>(bytes.AsSpan(0, length));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public bool Has(Role role) => Entries.Any(claim => claim.Type is { } type && (type == RoleType || type == "roles") && claim.Value == Code.Of(role));

    /// <summary>The value of the only claim of that type; null when there is none or more than one.</summary>
    public string? Claim(string type) => One([type]);

    IEnumerable<Entry> Entries => (Claims ?? []).OfType<Entry>();

    string? One(string[] types) =>
        Entries.Where(claim => types.Contains(claim.Type)).Select(claim => claim.Value).Distinct().ToList() is [{ Length: > 0 } value] ? value : null;

    /// <summary>One claim.</summary>
    public sealed record Entry([property: JsonPropertyName("typ")] string? Type, [property: JsonPropertyName("val")] string? Value);
}
