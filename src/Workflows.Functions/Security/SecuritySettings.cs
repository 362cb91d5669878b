using Workflows.Functions.Directory;
using Workflows.Functions.Settings;

namespace Workflows.Functions.Security;

/// <summary>Who is believed about who calls.</summary>
/// <param name="AppServiceAuthentication">Setting <c>WEBSITE_AUTH_ENABLED</c>, which App Service sets itself: it signs people in, and takes its header away from everybody else.</param>
/// <param name="FirstAdministrator">Setting <c>FirstAdministrator</c>: the account that may fill a directory in which no administrator has one (docs/decisions/first-administrator.md); null when there is none.</param>
sealed record SecuritySettings(bool AppServiceAuthentication, string? FirstAdministrator = null)
{
    public static SecuritySettings Read(SettingsReader settings) => new(
        settings.Optional("WEBSITE_AUTH_ENABLED", SettingFormats.Flag) is { } flag && bool.Parse(flag),
        settings.Optional("FirstAdministrator", SettingFormats.ObjectId));

    /// <summary>Whether the account is the first administrator's, and still counts.</summary>
    public bool IsFirstAdministrator(string account, IEnumerable<Administrator> known) => account == FirstAdministrator && known.All(administrator => administrator.Account is null);

    /// <summary>Whether the first administrator links accounts and not their own: one mistake in an account, and nobody could come in any more.</summary>
    public bool ShutsOut(Caller caller, IReadOnlyCollection<Administrator> named) =>
        caller.Id == FirstAdministrator && named.Any(administrator => administrator.Account is not null) && named.All(administrator => administrator.Account != FirstAdministrator);
}
