using System.Text.RegularExpressions;

namespace Workflows.Infra.Tests.Checks;

/// <summary>Keys, passwords and connection strings, in any file of the deployment.</summary>
static partial class SecretCheck
{
    public static IEnumerable<string> Find(string path, string text) =>
        text.Split('\n').Index().Where(line => Secret().IsMatch(line.Item)).Select(line => $"{path}:{line.Index + 1}: holds or hands on a secret");

    /// <summary>Key Vault references, and Application Insights' address with sign-in by Entra ID, are none.</summary>
    [GeneratedRegex(@"AccountKey|SharedAccess|InstrumentationKey|list(Keys|Secrets|AccountSas|ServiceSas)\(|\.listKeys|@secure|getSecret\(|[Pp]assword\s*[:=]|[Cc]lientSecret\s*[:=]|\bSG\.[A-Za-z0-9_-]{10}|\bsig=|-----BEGIN|[A-Za-z0-9+/]{43}=|\bAC[0-9a-f]{32}\b")]
    private static partial Regex Secret();
}
