using Workflows.Infra.Tests.Checks;
using Workflows.Infra.Tests.Schemas;

namespace Workflows.Infra.Tests;

/// <summary>The schemas of all resource types that the templates use, asked for once.</summary>
static class KnownSchemas
{
    /// <summary>One that Azure does not have, for a test.</summary>
    public const string NoType = "Microsoft.Storage/storageAccount";

    static readonly Lazy<Task<IReadOnlyDictionary<string, ResourceSchema>>> Schemas =
        new(async () => await ResourceSchemas.OfAsync([.. SchemaCheck.Types(await Templates.AsTheyAre()).Order(StringComparer.Ordinal), NoType]));

    public static Task<IReadOnlyDictionary<string, ResourceSchema>> ByType() => Schemas.Value;
}
