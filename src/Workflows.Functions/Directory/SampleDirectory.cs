using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Directory;

/// <summary>The directory of a developer's machine: made-up people at made-up organisations.</summary>
static partial class SampleDirectory
{
    /// <summary>Reads the embedded file; <c>%name%</c> in it stands for the setting of that name, as in a binding expression of Functions.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing, or the file breaks a rule of the directory.</exception>
    public static DirectoryFile Read(IConfiguration configuration)
    {
        using var stream = typeof(SampleDirectory).Assembly.GetManifestResourceStream("Directory/sample-directory.json")!;
        using var reader = new StreamReader(stream);
        var json = Setting().Replace(reader.ReadToEnd(), match => configuration[match.Groups[1].Value]
            ?? throw new InvalidOperationException($"The sample directory needs the setting {match.Groups[1].Value}: see local.settings.sample.json."));

        var errors = new FieldErrors();
        var body = JsonBody.Parse(Encoding.UTF8.GetBytes(json));
        return (body.IsRefused ? null : new DirectoryReader(DirectoryFile.Empty, development: true, errors).Read(body.Root))
            ?? throw new InvalidOperationException($"The sample directory is not valid: {string.Join("; ", errors.All.Select(error => $"{error.Pointer} {error.Rule.Code}"))}");
    }

    [GeneratedRegex("%([A-Za-z0-9_:]+)%")]
    private static partial Regex Setting();
}
