using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace LocalRuntime.Worker;

/// <summary>
/// The settings of an app on a developer's machine, as Core Tools give them. From weak to strong: host.json (below
/// <see cref="HostJson"/>), the <c>Values</c> of local.settings.json or else of local.settings.sample.json, the environment, the arguments.
/// </summary>
/// <remarks>The setting <c>LocalSettings:File</c>, from the environment or the arguments, names the file to use instead; empty means none.</remarks>
static class LocalSettings
{
    /// <summary>The section of host.json, with the name by which the real host lets the environment override it.</summary>
    public const string HostJson = "AzureFunctionsJobHost";

    /// <summary>The host's name and port, as the real host and Core Tools offer them to the app.</summary>
    public const string HostName = "WEBSITE_HOSTNAME";

    const int CoreToolsPort = 7071;
    const string PortSetting = "Host:LocalHttpPort";

    static readonly Dictionary<string, string> Switches = new() { ["--port"] = PortSetting };

    public static ConfigurationManager Load(string[] args)
    {
        var settings = new ConfigurationManager();
        AddTo(settings, args);
        return settings;
    }

    /// <summary>Adds them source by source: a chained configuration would lose empty values, and an empty route prefix is one.</summary>
    public static void AddTo(ConfigurationManager settings, string[] args)
    {
        var given = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args, Switches).Build();
        settings
            .AddInMemoryCollection(FromHostJson())
            .AddInMemoryCollection(FromSettingsFile(given["LocalSettings:File"]))
            .AddEnvironmentVariables()
            .AddCommandLine(args, Switches);

        if (Port(settings) is var port and not 0)
        {
            settings[HostName] ??= $"localhost:{port}";
        }
    }

    /// <summary>The port of <c>--port</c>, or <c>Host.LocalHttpPort</c> of the settings file, or that of Core Tools; 0 means any free one.</summary>
    /// <exception cref="InvalidOperationException">It is not a port.</exception>
    public static int Port(IConfiguration settings) =>
        settings[PortSetting] is not { } text ? CoreToolsPort
        : ushort.TryParse(text, CultureInfo.InvariantCulture, out var port) ? port
        : throw new InvalidOperationException($"'{text}' is not a port; accepted is a number from 0 (any free one) to 65535.");

    static IEnumerable<KeyValuePair<string, string?>> FromHostJson()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "host.json");
        return File.Exists(path)
            ? Read(path).AsEnumerable().Select(entry => KeyValuePair.Create($"{HostJson}:{entry.Key}", entry.Value))
            : [];
    }

    static IEnumerable<KeyValuePair<string, string?>> FromSettingsFile(string? named)
    {
        var path = named ?? Upwards.Find("local.settings.json") ?? Upwards.Find("local.settings.sample.json");
        if (string.IsNullOrEmpty(path))
        {
            return [];
        }

        var file = Read(path);
        if (file.GetValue("IsEncrypted", false))
        {
            throw new InvalidOperationException($"{path} is encrypted, which only Core Tools can read. Run 'func settings decrypt' or set IsEncrypted to false.");
        }

        // Core Tools turn Values into environment variables, in which a double underscore stands for the colon.
        return file.GetSection("Values").AsEnumerable(makePathsRelative: true)
            .Select(entry => KeyValuePair.Create(entry.Key.Replace("__", ":", StringComparison.Ordinal), entry.Value))
            .Concat(file.GetSection("Host").AsEnumerable())
            .Concat(file.GetSection("ConnectionStrings").AsEnumerable());
    }

    static IConfigurationRoot Read(string path) => new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(path), optional: false).Build();
}
