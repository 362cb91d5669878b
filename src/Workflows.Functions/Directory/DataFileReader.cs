using System.Text.Json;
using Workflows.Functions.Problems;
using Workflows.Referrals.Insights;

namespace Workflows.Functions.Directory;

/// <summary>Reads a data file of the figures that an organisation keeps: a plan, a ledger, a template. What is wrong names its line, counted from the line on which the file begins.</summary>
static class DataFileReader
{
    public static T? Read<T>(JsonElement element, string pointer, FieldErrors errors, Func<string, DataReading<T>> read)
        where T : class
    {
        var reading = read(element.GetRawText());
        foreach (var problem in reading.Problems)
        {
            errors.AddInFile(pointer + problem.Pointer, problem.Line, problem.Code, problem.Detail);
        }

        return reading.Value;
    }
}
