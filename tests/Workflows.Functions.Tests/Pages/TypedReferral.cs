namespace Workflows.Functions.Tests.Pages;

/// <summary>What a practice types into the referral form.</summary>
static class TypedReferral
{
    public const string Linde = "welzijn-zuid/01999901";

    /// <summary>All of it, with some fields otherwise; null leaves one out.</summary>
    public static (string Name, string Value)[] With(params (string Name, string? Value)[] otherwise)
    {
        List<(string Name, string Value)> fields =
        [
            ("to", Linde), ("referrer.name", "dr. M. de Wit"), ("referrer.role", "gp"), ("referrer.email", "dewit@praktijk.example"),
            ("client.givenName", "Ria"), ("client.familyName", "Jansen"), ("client.birthDate", "12-3-1948"), ("client.phone", "06 12345678"), ("client.language", "nl"),
            ("reasons", "Z15"), ("reasons", "P03"), ("question", $"Weduwe, komt weinig buiten. {Guid.NewGuid():N}"),
            ("consent.ground", "consent"), ("consent.recordedOn", "2026-04-13"), ("consent.shareContentWithReferrer", "yes"),
        ];
        foreach (var (name, value) in otherwise)
        {
            fields.RemoveAll(field => field.Name == name);
            if (value is not null)
            {
                fields.Add((name, value));
            }
        }

        return [.. fields];
    }
}
