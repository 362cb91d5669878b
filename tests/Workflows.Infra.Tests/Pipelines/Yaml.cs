using YamlDotNet.RepresentationModel;

namespace Workflows.Infra.Tests.Pipelines;

/// <summary>Reads a YAML file.</summary>
static class Yaml
{
    public static YamlMappingNode Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    extension(YamlMappingNode node)
    {
        /// <summary>Names and values of a map of texts.</summary>
        public IEnumerable<KeyValuePair<string, string>> Entries =>
            node.Children.Select(entry => KeyValuePair.Create(((YamlScalarNode)entry.Key).Value!, ((YamlScalarNode)entry.Value).Value!));

        public YamlMappingNode? Child(string name) => node.Find(name) as YamlMappingNode;

        public string? Text(string name) => (node.Find(name) as YamlScalarNode)?.Value;

        /// <summary>A list of texts, or the only one.</summary>
        public IEnumerable<string> Texts(string name) => node.Find(name) switch
        {
            YamlSequenceNode list => list.Children.Select(item => ((YamlScalarNode)item).Value!),
            YamlScalarNode { Value: { } one } => [one],
            _ => [],
        };

        YamlNode? Find(string name) => node.Children.TryGetValue(name, out var found) ? found : null;
    }
}
