using Azure.Data.Tables;

namespace Workflows.Functions.Tests.Storage;

static class EntityValues
{
    /// <summary>Everything that stands in a row, keys too, as text: what somebody sees who reads the table.</summary>
    public static IEnumerable<string> Values(this TableEntity row) => row.Select(property => property.Value switch
    {
        byte[] bytes => System.Text.Encoding.Latin1.GetString(bytes),
        var value => $"{value}",
    });
}
