using System.Text.Json;
using Workflows.Functions.Security;

namespace Workflows.Functions.Tests.Security;

/// <summary>What App Service Authentication says about somebody who signed in.</summary>
static class SignedIn
{
    public const string Header = AppServicePrincipals.Header;

    public static string As(params (string Type, string Value)[] claims) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
    {
        auth_typ = "aad",
        claims = claims.Select(claim => new { typ = claim.Type, val = claim.Value }),
        name_typ = "name",
        role_typ = "roles",
    }));
}
