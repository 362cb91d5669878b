using Workflows.Functions.Settings;

namespace Workflows.Functions.Security.Web;

/// <summary>What browsers and callers are held to.</summary>
/// <param name="PublicUrl">Setting <c>PublicUrl</c>: the origin of our own pages.</param>
/// <param name="FramingSites">Setting <c>FramingSites</c>: the web sites of practices that may show the referral form inside a page of theirs; as <c>frame-ancestors</c> wants them.</param>
/// <param name="LimitsRates">Setting <c>RateLimits</c>: a developer's machine has none unless it is <c>true</c>, because there the tools and tests of one person call. Elsewhere they cannot be turned off.</param>
sealed record WebSettings(Uri? PublicUrl, string FramingSites, bool LimitsRates)
{
    public static WebSettings Read(SettingsReader settings)
    {
        var asked = settings.Optional("RateLimits", SettingFormats.Flag) is { } flag && bool.Parse(flag);
        return new(
            settings.Required("PublicUrl", SettingFormats.PublicAddress(settings.IsDevelopment)),
            settings.Optional("FramingSites", SettingFormats.Origins) ?? "",
            asked || !settings.IsDevelopment);
    }
}
