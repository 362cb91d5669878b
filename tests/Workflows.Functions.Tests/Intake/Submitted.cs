using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Functions.Directory;
using Workflows.Functions.Intake;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Tests.Intake;

/// <summary>A submission that is right in every field, and what becomes of it when something in it changes.</summary>
static class Submitted
{
    public static readonly DateTimeOffset Now = new(2026, 4, 13, 10, 0, 0, TimeSpan.FromHours(2));

    public static readonly Organisation WelzijnZuid = new(
        "welzijn-zuid",
        "Welzijn Zuid",
        ClosingDays: [],
        Workers: [new Worker("cora", "Cora", "cora@zuid.example", null, WorkerRole.Coordinator, null, [], [], 0, [])],
        Practices: [new Practice("01999901", "De Linde"), new Practice("01999904", "Zonder afspraak")],
        Agreements: [new Agreement("01999901", new PathwayReference("default", 1), new FeedbackDestination(null, "post@delinde.example"), [], null)],
        Pathways: []);

    public static JsonObject Body => JsonNode.Parse("""
        {
          "organisation": "welzijn-zuid", "practice": "01999901", "reference": "HA-2026-17",
          "referrer": { "name": "dr. M. de Wit", "role": "gp", "email": "dewit@praktijk.example", "phone": "+31101234567" },
          "client": { "givenName": "Ria", "familyName": "Jansen", "birthDate": "1948-03-12", "phone": "+31612345678", "email": null,
                      "postalCode": "3011 ED", "language": "nl", "preferredContact": "phone" },
          "reasons": [ { "system": "icpc-1", "code": "Z15" }, { "system": "icpc-1", "code": "P03" } ],
          "question": "Weduwe sinds vorig jaar, komt weinig buiten.",
          "handover": { "preference": "consultationHour" },
          "consent": { "ground": "consent", "recordedAt": "2026-04-13T09:55:00+02:00", "shareContentWithReferrer": true }
        }
        """)!.AsObject();

    /// <summary>The body with the field at the pointer set to this JSON, or taken away.</summary>
    public static JsonObject With(string pointer, string? json)
    {
        var body = Body;
        JsonNode parent = body;
        var names = pointer.Split('/')[1..];
        foreach (var name in names[..^1])
        {
            parent = int.TryParse(name, out var index) ? parent[index]! : parent[name]!;
        }

        if (json is null)
        {
            parent.AsObject().Remove(names[^1]);
        }
        else if (parent is JsonArray list)
        {
            list[int.Parse(names[^1], System.Globalization.CultureInfo.InvariantCulture)] = JsonNode.Parse(json);
        }
        else
        {
            parent[names[^1]] = JsonNode.Parse(json);
        }

        return body;
    }

    public static NewReferral? Read(string json, FieldErrors errors, Organisation? organisation)
    {
        var body = JsonBody.Parse(System.Text.Encoding.UTF8.GetBytes(json));
        Assert.False(body.IsRefused);
        return SubmissionReader.Read(body.Root, organisation, Now, errors);
    }

    /// <summary>The clean referral of a body without mistakes.</summary>
    public static NewReferral Accepted(JsonNode body)
    {
        var errors = new FieldErrors();
        var referral = Read(body.ToJsonString(), errors, WelzijnZuid);
        Assert.Empty(Named(errors));
        return referral!;
    }

    /// <summary>Pointer and code of every wrong field.</summary>
    public static IReadOnlyList<string> Refused(string json, Organisation? organisation)
    {
        var errors = new FieldErrors();
        Assert.Null(Read(json, errors, organisation));
        return Named(errors);
    }

    public static IReadOnlyList<string> Refused(JsonNode body) => Refused(body.ToJsonString(), WelzijnZuid);

    static List<string> Named(FieldErrors errors) => [.. errors.All.Select(error => $"{error.Pointer} {error.Rule.Code}")];
}
