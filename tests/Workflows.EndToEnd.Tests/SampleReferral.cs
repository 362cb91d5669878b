namespace Workflows.EndToEnd.Tests;

/// <summary>A submission as a practice of the sample directory sends it.</summary>
static class SampleReferral
{
    public static object Of(
        string practice = "01999901", string question = "Weduwe sinds vorig jaar, komt weinig buiten.", string organisation = "welzijn-zuid", string familyName = "Jansen", string birthDate = "1948-03-12") => new
        {
            organisation,
            practice,
            reference = "HIS-2026-0413",
            referrer = new { name = "dr. M. de Wit", role = "gp", email = "dewit@praktijk.example", phone = "+31101234567" },
            client = new
            {
                givenName = "Ria",
                familyName,
                birthDate,
                phone = "+31612345678",
                email = (string?)null,
                postalCode = "3011 ED",
                language = "nl",
                preferredContact = "phone",
            },
            reasons = new[] { new { system = "icpc-1", code = "Z15" }, new { system = "icpc-1", code = "P03" } },
            question,
            handover = new { preference = "consultationHour" },
            consent = new { ground = "consent", recordedAt = "2026-04-10T10:00:00+02:00", shareContentWithReferrer = true },
        };
}
