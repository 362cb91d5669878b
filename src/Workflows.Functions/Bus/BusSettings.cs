using Workflows.Functions.Settings;

namespace Workflows.Functions.Bus;

/// <summary>Where the bus is: one of the two.</summary>
/// <param name="Connection">Setting <c>ServiceBusConnection</c>: a connection string, with its key.</param>
/// <param name="Namespace">Setting <c>ServiceBusConnection__fullyQualifiedNamespace</c>: a host name, where the app's identity may send and receive.</param>
sealed record BusSettings(string? Connection, string? Namespace)
{
    const string NamespaceSetting = $"{Entities.Connection}__fullyQualifiedNamespace";

    public static BusSettings Read(SettingsReader settings) => new(
        settings.Find(Entities.Connection, SettingFormats.BusConnection, settings.Without(NamespaceSetting)),
        settings.Find(NamespaceSetting, SettingFormats.HostName, settings.Without(Entities.Connection)));
}
