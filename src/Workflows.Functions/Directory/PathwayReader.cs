using System.Text.Json;
using Workflows.Functions.Problems;
using Workflows.Referrals.Pathways;

namespace Workflows.Functions.Directory;

/// <summary>Reads an organisation's own pathway version. What is wrong names its line, counted from the line on which the pathway begins.</summary>
static class PathwayReader
{
    public static Pathway? Read(JsonElement element, string pointer, FieldErrors errors)
    {
        var reading = PathwayFile.Read(element.GetRawText());
        foreach (var problem in reading.Problems)
        {
            errors.AddInFile(pointer + problem.Pointer, problem.Line, problem.Code, problem.Detail);
        }

        return reading.Pathway;
    }

    /// <summary>Running referrals keep the version that they started with, so that a version means the same for ever.</summary>
    public static void Check(Pathway pathway, string pointer, Organisation? stored, FieldErrors errors)
    {
        var same = ShippedPathways.All.Concat(stored?.Pathways ?? []).FirstOrDefault(before => before.VersionLabel == pathway.VersionLabel);
        if (same is not null && same != pathway)
        {
            errors.Add(pointer, DirectoryRules.PathwayVersionFixed);
        }
    }
}
