using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions;
using Workflows.Infra.Tests.Bicep;

namespace Workflows.Infra.Tests.Checks;

/// <summary>Queues, topics, subscriptions and tables of the code that the templates do not make, and the other way round.</summary>
static partial class EntityCheck
{
    const string Declaration = "servicebus.json";

    public static IEnumerable<string> Find(Templates templates, string declared) => Bus(templates, declared).Concat(Triggers(declared)).Concat(Tables(templates));

    /// <summary>The templates load the app's own file, so that what is in it is made; but only the properties that they know.</summary>
    static IEnumerable<string> Bus(Templates templates, string declared)
    {
        var bus = templates.File("modules/service-bus.bicep");
        var topic = templates.File("modules/service-bus-topic.bicep");
        if (!bus.Root.Text.Contains($"loadJsonContent('../../src/Workflows.Functions/{Declaration}')", StringComparison.Ordinal))
        {
            yield return $"{bus.Path} does not load {Declaration}";
        }

        using var json = JsonDocument.Parse(declared);
        foreach (var (what, entity) in Entities(json.RootElement))
        {
            foreach (var property in entity.EnumerateObject().Select(property => property.Name))
            {
                if (!bus.Root.Text.Contains($"{what}.{property}", StringComparison.Ordinal) && !topic.Root.Text.Contains($"{what}.{property}", StringComparison.Ordinal))
                {
                    yield return $"no template does anything with {property} of a {what} in {Declaration}";
                }
            }
        }
    }

    static IEnumerable<(string What, JsonElement Entity)> Entities(JsonElement declared)
    {
        foreach (var queue in declared.GetProperty("queues").EnumerateArray())
        {
            yield return ("queue", queue);
        }

        foreach (var topic in declared.GetProperty("topics").EnumerateArray())
        {
            yield return ("topic", topic);
            foreach (var subscription in topic.GetProperty("subscriptions").EnumerateArray())
            {
                yield return ("subscription", subscription);
            }
        }
    }

    static IEnumerable<string> Triggers(string declared)
    {
        using var json = JsonDocument.Parse(declared);
        var names = Entities(json.RootElement).Select(entity => (entity.What, Name: entity.Entity.GetProperty("name").GetString())).ToHashSet();
        foreach (var arguments in typeof(WorkflowsApp).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .SelectMany(method => method.GetParameters())
            .SelectMany(parameter => parameter.GetCustomAttributesData())
            .Where(attribute => attribute.AttributeType == typeof(ServiceBusTriggerAttribute))
            .Select(attribute => attribute.ConstructorArguments.Select(argument => (string?)argument.Value).ToList()))
        {
            List<(string What, string? Name)> wanted = arguments.Count == 1 ? [("queue", arguments[0])] : [("topic", arguments[0]), ("subscription", arguments[1])];
            foreach (var (what, name) in wanted.Where(one => !names.Contains(one)))
            {
                yield return $"a function receives from the {what} {name}, which {Declaration} does not declare";
            }
        }
    }

    static IEnumerable<string> Tables(Templates templates)
    {
        var storage = templates.File("main.bicep").Modules.Single(module => module.Name == "referralStorage").Value.Object!;
        var made = ((BicepArray)((BicepObject)storage.Property("params")!.Value).Property("tables")!.Value).Items.Select(item => item.Node.Unquoted()).ToList();
        var used = Repository.Files("src/Workflows.Functions", "*.cs").SelectMany(file => Table().Matches(Repository.Read(file))).Select(match => match.Groups[1].Value).Distinct().ToList();
        return used.Except(made).Select(table => $"the app uses the table {table}, and main.bicep does not make it")
            .Concat(made.Except(used).Select(table => $"main.bicep makes the table {table}, and the app does not use it"));
    }

    [GeneratedRegex("(?:GetTableClient\\(prefix \\+ |\\.Named\\()\"([A-Za-z0-9]+)\"\\)")]
    private static partial Regex Table();
}
