using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Functions.Directory;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Tests.Directory;

/// <summary>A directory file that is right in every field, and what becomes of it.</summary>
static class DirectoryText
{
    public const string Secret = "whsec_c2FtcGxlLXNlY3JldC1vZi10d2VudHktZm91cg==";
    public const string Key = "a-key-of-thirty-two-characters-or-more";

    public static JsonObject File => JsonNode.Parse($$"""
        {
          "organisations": [{
            "id": "welzijn-zuid", "name": "Welzijn Zuid", "closingDays": ["2026-05-15"],
            "workers": [
              { "id": "anna", "name": "Anna", "email": "anna@zuid.example", "phone": "+31600000101", "role": "worker", "account": "oid-anna",
                "neighbourhoods": ["3011"], "themes": ["grief"], "capacity": 25, "absences": [{ "from": "2026-07-01", "until": "2026-07-14", "deputy": "bram" }] },
              { "id": "bram", "name": "Bram", "email": "bram@zuid.example", "role": "worker", "capacity": 25 },
              { "id": "cora", "name": "Cora", "email": "cora@zuid.example", "role": "coordinator", "account": "oid-cora", "capacity": 0 }
            ],
            "practices": [{ "agb": "01999901", "name": "De Linde" }, { "agb": "01999902", "name": "Het Veer" }],
            "agreements": [{
              "practice": "01999901", "pathway": { "id": "default", "version": 1 }, "deputies": ["bram"],
              "feedback": { "callback": { "url": "https://gp.example/hook", "secrets": ["{{Secret}}"] }, "email": "post@linde.example" },
              "consultationHour": { "weekday": "tuesday", "from": "13:00", "until": "15:00", "slotMinutes": 30, "location": "Kamer 3" }
            }],
            "pathways": []
          }],
          "funders": [{ "id": "gemeente", "name": "Gemeente", "account": "oid-gemeente", "organisations": ["welzijn-zuid"] }],
          "administrators": [{ "id": "admin", "name": "Ada", "account": "oid-admin" }],
          "keys": [{ "id": "form", "name": "Formulier", "practice": "01999901", "key": "{{Key}}" }]
        }
        """)!.AsObject();

    /// <summary>The file with the field at the pointer set to this JSON, or taken away.</summary>
    public static JsonObject With(string pointer, string? json)
    {
        var file = File;
        var names = pointer.Split('/')[1..];
        var parent = names[..^1].Aggregate((JsonNode)file, (node, name) => node is JsonArray list ? list[Number(name)]! : node[name]!);
        if (json is null)
        {
            parent.AsObject().Remove(names[^1]);
        }
        else if (parent is JsonArray list)
        {
            list[Number(names[^1])] = JsonNode.Parse(json);
        }
        else
        {
            parent[names[^1]] = JsonNode.Parse(json);
        }

        return file;
    }

    public static DirectoryFile Accepted(JsonNode file, DirectoryFile? stored = null, bool development = false)
    {
        var errors = new FieldErrors();
        var read = new DirectoryReader(stored ?? DirectoryFile.Empty, development, errors).Read(Parsed(file));
        Assert.Empty(Named(errors));
        return read!;
    }

    /// <summary>Pointer and code of every wrong field.</summary>
    public static IReadOnlyList<string> Refused(JsonNode file, DirectoryFile? stored = null, bool development = false)
    {
        var errors = new FieldErrors();
        Assert.Null(new DirectoryReader(stored ?? DirectoryFile.Empty, development, errors).Read(Parsed(file)));
        return Named(errors);
    }

    static JsonElement Parsed(JsonNode file) => JsonBody.Parse(Encoding.UTF8.GetBytes(file.ToJsonString())).Root;

    static List<string> Named(FieldErrors errors) => [.. errors.All.Select(error => $"{error.Pointer} {error.Rule.Code}")];

    static int Number(string name) => int.Parse(name, System.Globalization.CultureInfo.InvariantCulture);
}
