using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Workflows.Functions.Security.Web;

/// <summary>Binds a form's token to who was signed in when the form was shown: a token from somebody else's session does not pass.</summary>
sealed class FormTokens : IAntiforgeryAdditionalDataProvider
{
    public string GetAdditionalData(HttpContext context) => context.Features.Get<Caller>()?.Key ?? "";

    public bool ValidateAdditionalData(HttpContext context, string additionalData) => additionalData == GetAdditionalData(context);
}
