using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Functions.Settings;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Security.Web;

/// <summary>What a browser is held to; see <see cref="WebSettings"/>. After the storage: its tables and key are needed at the start.</summary>
static class WebSafetyServices
{
    public static IServiceCollection AddWebSafety(this IServiceCollection services, SettingsReader settings)
    {
        services.AddDataProtection().SetApplicationName("Workflows");
        services.AddOptions<KeyManagementOptions>().Configure<Tables, DataKeys>((options, tables, keys) =>
        {
            options.XmlRepository = new WebKeyTable(tables);
            options.XmlEncryptor = new SealedXml(keys);
        });
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<SafeCookies>((options, cookies) =>
        {
            options.SuppressXFrameOptionsHeader = true;   // frame-ancestors says it, and SafeHeaders writes that
            options.Cookie.Name = cookies.Secure ? "__Host-form" : "form";
            options.Cookie.Path = "/";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = cookies.Secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<FormOptions>(options =>
        {
            options.ValueCountLimit = 500;
            options.KeyLengthLimit = 200;
        });
        return services
            .AddSingleton(WebSettings.Read(settings))
            .AddSingleton<SafeCookies>()
            .AddSingleton<IAntiforgeryAdditionalDataProvider, FormTokens>()
            .AddSingleton<OwnOrigin>()
            .AddSingleton<RateLimits>()
            .AddSingleton<WebGuard>();
    }
}
