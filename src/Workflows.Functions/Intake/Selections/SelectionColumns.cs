using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Functions.Problems;
using Workflows.Referrals.Identifiers;

namespace Workflows.Functions.Intake.Selections;

/// <summary>The columns of a selection, and where each stands in a submission. Who refers and with what consent is said at the approval, person by person.</summary>
static class SelectionColumns
{
    static readonly string[] OfClient = ["givenName", "familyName", "birthDate", "phone", "email", "postalCode", "language"];
    static readonly string[] Others = ["reference", "reasons", "question"];
    static readonly string[] Needed = ["givenName", "familyName", "birthDate", "reasons"];
    static readonly char[] BetweenCodes = [' ', ',', ';', '|'];

    /// <summary>Every column must be known: a column that nobody reads could hold anything about anybody.</summary>
    public static void Check(IReadOnlyList<string> header, FieldErrors errors)
    {
        foreach (var (index, name) in header.Index())
        {
            if (!OfClient.Contains(name) && !Others.Contains(name))
            {
                errors.Add($"/0/{index}", CitizenNumbers.RuleOfUnknown(name));
            }
            else if (header.Take(index).Contains(name))
            {
                errors.Add($"/0/{index}", FieldRules.DuplicateMember);
            }
        }

        foreach (var name in Needed.Except(header))
        {
            errors.Add("/0", SelectionRules.ColumnMissing, name);
        }
    }

    /// <summary>What the row says, as a part of a submission; a citizen number in it is refused.</summary>
    public static JsonElement Read(IReadOnlyList<string> header, IReadOnlyList<string> row, int number, FieldErrors errors)
    {
        var (submission, client) = (new JsonObject(), new JsonObject());
        foreach (var (index, name) in header.Index().Where(column => row[column.Index].Trim().Length > 0))
        {
            var text = row[index].Trim();
            if (name != "question")
            {
                CitizenNumbers.RefusedIn(name == "phone" ? null : text, $"/{number}/{index}", errors);
            }

            (OfClient.Contains(name) ? client : submission)[name] = name switch
            {
                "reasons" => new JsonArray([.. text.Split(BetweenCodes, StringSplitOptions.RemoveEmptyEntries).Select(code => new JsonObject { ["system"] = "icpc-1", ["code"] = code })]),
                "phone" => PhoneNumber.Normalise(text) ?? text,
                "question" => BsnRedaction.Redact(text).Text,
                _ => text,
            };
        }

        submission["client"] = client;
        return JsonSerializer.SerializeToElement(submission);
    }
}
