using System.Globalization;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;

namespace LocalRuntime.Azurite;

/// <summary>The storage of a developer's machine: Azurite's table service on loopback, at the port of the setting <c>Azurite:TablePort</c>.</summary>
static class DevelopmentStorage
{
    public const string Setting = "AzureWebJobsStorage";

    const string Shorthand = "UseDevelopmentStorage=true";
    const int UsualPort = 10002;

    /// <summary>The account and key that every Azurite has: public knowledge, no secret.</summary>
    const string Account = "devstoreaccount1";
    const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Writes the shorthand out in full, so that every client finds the chosen port: the shorthand alone always means the usual one.</summary>
    public static void WriteOut(IConfiguration settings)
    {
        if (settings[Setting] == Shorthand)
        {
            settings[Setting] = ConnectionString(Port(settings));
        }
    }

    /// <summary>The port at which Azurite is to run, or null when the storage is another one.</summary>
    public static int? AzuritePort(IConfiguration settings) =>
        settings[Setting] == ConnectionString(Port(settings)) || settings[Setting] == Shorthand ? Port(settings) : null;

    /// <summary>The tables of the app's storage, or null when it has none.</summary>
    public static TableServiceClient? Tables(IConfiguration settings) =>
        settings[Setting] is { Length: > 0 } connection ? new(connection) : null;

    public static string ConnectionString(int tablePort) =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};TableEndpoint=http://127.0.0.1:{tablePort}/{Account};";

    static int Port(IConfiguration settings) =>
        settings["Azurite:TablePort"] is not { } text ? UsualPort
        : ushort.TryParse(text, CultureInfo.InvariantCulture, out var port) && port > 0 ? port
        : throw new InvalidOperationException($"The setting Azurite:TablePort is '{text}'; accepted is a port from 1 to 65535.");
}
