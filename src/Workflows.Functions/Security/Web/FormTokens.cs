using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Workflows.Functions.Security.Web;

/// <summary>Binds a form's token to who was signed in when the form was shown: a token from somebody else's session does not pass.</summary>
sealed class FormTokens : IAntiforgeryAdditionalDataProvider
{
    public string GetAdditionalData(HttpContext context) => context.Features.Get<Caller>()?.Key ?? "";

    public bool ValidateAdditionalData(HttpContext context, string additionalData) => additionalData == GetAdditionalData(context);
}

/// <summary>The token of a form that is not a Razor component; there it is <c>&lt;AntiforgeryToken /&gt;</c>.</summary>
static class FormToken
{
    /// <summary>The hidden field with the token; sets the cookie that belongs to it.</summary>
    public static string Field(HttpContext http)
    {
        var tokens = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        return $"""<input type="hidden" name="{WebUtility.HtmlEncode(tokens.FormFieldName)}" value="{WebUtility.HtmlEncode(tokens.RequestToken)}">""";
    }
}
