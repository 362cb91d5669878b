using Workflows.Infra.Tests.Bicep;

namespace Workflows.Infra.Tests.Checks;

/// <summary>Role assignments that reach further than one resource, whose names change from one deployment to the next, or that give more than data.</summary>
static class RoleCheck
{
    /// <summary>Built-in roles for data and telemetry; none of them manages anything.</summary>
    static readonly Dictionary<string, string> DataRoles = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"] = "Azure Service Bus Data Sender",
        ["4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"] = "Azure Service Bus Data Receiver",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    public static IEnumerable<string> Find(Templates templates) => templates.Bicep.SelectMany(file =>
        file.Resources.Where(resource => resource.Type == "Microsoft.Authorization/roleAssignments").SelectMany(assignment => Find(file, assignment)).Concat(Strange(file)));

    static IEnumerable<string> Find(BicepFile file, BicepResource assignment)
    {
        var scope = assignment.Body.Property("scope")?.Value.Node.Text;
        if (scope is null)
        {
            yield return $"{file.At(assignment.Line)}: {assignment.Name} holds for the whole resource group";
        }

        if (assignment.Body.Property("name")?.Value.Node.Text is not { } name || !name.StartsWith($"guid({scope}.id, principalId, ", StringComparison.Ordinal) && !name.StartsWith($"guid({scope}.id, publisherPrincipalId, ", StringComparison.Ordinal))
        {
            yield return $"{file.At(assignment.Line)}: {assignment.Name} is not named after its scope, its principal and its role";
        }
    }

    static IEnumerable<string> Strange(BicepFile file) =>
        from node in file.Root.Everything()
        where node.Type == "string" && Guid.TryParse(node.Unquoted(), out _) && !DataRoles.ContainsKey(node.Unquoted())
        select $"{file.At(node.Line)}: {node.Unquoted()} is no role for data";
}
