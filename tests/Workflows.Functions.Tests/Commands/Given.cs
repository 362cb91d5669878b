using System.Text.Json;
using Workflows.Functions.Commands;
using Workflows.Functions.Problems;
using Workflows.Referrals.Commands;
using Workflows.Referrals.Pathways;

namespace Workflows.Functions.Tests.Commands;

/// <summary>A command as the body of a request gives it.</summary>
static class Given
{
    /// <summary>The command and the dossier sections that take its texts.</summary>
    public static (ReferralCommand Command, IReadOnlyDictionary<string, string> Sections) Read(string name, string json)
    {
        var (command, reader, errors) = Of(name, json);
        Assert.Empty(Words(errors));
        return (command!, reader.Sections);
    }

    /// <summary>What is wrong, as pointers and codes.</summary>
    public static IReadOnlyList<string> Refused(string name, string json)
    {
        var (command, _, errors) = Of(name, json);
        Assert.Null(command);
        return Words(errors);
    }

    static (ReferralCommand? Command, CommandReader Reader, FieldErrors Errors) Of(string name, string json)
    {
        var errors = new FieldErrors();
        var reader = new CommandReader(JsonFields.Of(JsonElement.Parse(json), "", errors)!, "1", Pathway.Default, new(2026, 4, 13), errors);
        return (reader.Read(name), reader, errors);
    }

    static string[] Words(FieldErrors errors) => [.. errors.All.Select(error => $"{error.Pointer} {error.Rule.Code}")];
}
