using Workflows.Infra.Tests.Bicep;

namespace Workflows.Infra.Tests.Checks;

/// <summary>Modules and parameter files whose parameters, or whose outputs where they are used, do not fit the file that they name.</summary>
static class ModuleCheck
{
    public static IEnumerable<string> Find(Templates templates) =>
        templates.Bicep.SelectMany(file => file.Modules.SelectMany(module => Find(templates, file, module)))
            .Concat(templates.Files.Where(file => file.IsParameters).SelectMany(file => Find(templates, file)));

    static IEnumerable<string> Find(Templates templates, BicepFile file, BicepDeclaration module)
    {
        if (Named(templates, file, module.ModulePath) is not { } target)
        {
            return [$"{file.At(module.Node.Line)}: there is no {module.ModulePath}"];
        }

        var given = (module.Value.Object?.Property("params")?.Value as BicepObject)?.Properties.Select(property => property.Name!) ?? [];
        var asked = file.Root.Everything()
            .Where(node => node.Type == "member_expression" && node.Text.Replace("!", "", StringComparison.Ordinal).StartsWith($"{module.Name}.outputs.", StringComparison.Ordinal))
            .Select(node => (node.Line, Output: node.Text[(node.Text.IndexOf(".outputs.", StringComparison.Ordinal) + ".outputs.".Length)..].Split('.')[0]))
            .Where(used => target.Outputs.All(output => output.Name != used.Output))
            .Select(used => $"{file.At(used.Line)}: {module.ModulePath} has no output {used.Output}");
        return Parameters(file.At(module.Node.Line), target, [.. given]).Concat(asked);
    }

    static IEnumerable<string> Find(Templates templates, BicepFile file)
    {
        var used = file.Root.Everything().First(node => node.Type == "string").Unquoted();
        return Named(templates, file, used) is { } target
            ? Parameters(file.Path, target, [.. file.Variables.Select(variable => variable.Name)])
            : [$"{file.Path}: there is no {used}"];
    }

    static IEnumerable<string> Parameters(string place, BicepFile target, IReadOnlyList<string> given) =>
        target.Parameters.Where(parameter => !parameter.HasDefault && !given.Contains(parameter.Name)).Select(parameter => $"{place}: {target.Path} needs {parameter.Name}")
            .Concat(given.Where(name => target.Parameters.All(parameter => parameter.Name != name)).Select(name => $"{place}: {target.Path} has no parameter {name}"));

    static BicepFile? Named(Templates templates, BicepFile from, string path) =>
        templates.Files.FirstOrDefault(file => file.Path == $"{Path.GetDirectoryName(from.Path)!.Replace('\\', '/')}/{path}");
}
