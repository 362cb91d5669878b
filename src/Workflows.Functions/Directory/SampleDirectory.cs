using System.Text;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Directory;

/// <summary>The directory of a developer's machine: made-up people at made-up organisations.</summary>
static class SampleDirectory
{
    /// <summary>Reads the embedded file; <c>%name%</c> in it stands for a setting, as in a binding expression of Functions.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing, or the file breaks a rule of the directory.</exception>
    public static DirectoryFile Read(DirectorySettings settings)
    {
        using var stream = typeof(SampleDirectory).Assembly.GetManifestResourceStream("Directory/sample-directory.json")!;
        using var reader = new StreamReader(stream);
        var json = reader.ReadToEnd()
            .Replace("%WEBSITE_HOSTNAME%", settings.HostName ?? throw Missing("WEBSITE_HOSTNAME"), StringComparison.Ordinal)
            .Replace("%LocalPages:GpInboxSecret%", settings.GpInboxSecret ?? throw Missing("LocalPages:GpInboxSecret"), StringComparison.Ordinal);

        var errors = new FieldErrors();
        var body = JsonBody.Parse(Encoding.UTF8.GetBytes(json));
        return (body.IsRefused ? null : new DirectoryReader(DirectoryFile.Empty, development: true, errors).Read(body.Root))
            ?? throw new InvalidOperationException($"The sample directory is not valid: {string.Join("; ", errors.All.Select(error => $"{error.Pointer} {error.Rule.Code}"))}");
    }

    static InvalidOperationException Missing(string setting) => new($"The sample directory needs the setting {setting}: see local.settings.sample.json.");
}
