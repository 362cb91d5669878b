using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Azure.Messaging.ServiceBus;
using Workflows.Referrals.Identifiers;

namespace Workflows.Functions.Settings;

/// <summary>The formats that the app's settings have.</summary>
static partial class SettingFormats
{
    /// <summary>The longest table name takes the rest of the 63 characters that Table Storage allows.</summary>
    const int LongestPrefix = 40;

    /// <summary>With a longer address an SMS with a link no longer fits into one message.</summary>
    const int LongestPublicUrl = 60;

    public static SettingFormat<string> Secret { get; } = new("a secret", text => text, IsSecret: true);

    public static SettingFormat<string> FilePath { get; } = new("the path of a file", text => text.IndexOfAny(Path.GetInvalidPathChars()) < 0 ? text : null);

    public static SettingFormat<string> Flag { get; } = new("`true` or `false`", text => bool.TryParse(text, out _) ? text : null);

    /// <summary>Below five a group is as good as a list of persons.</summary>
    public static SettingFormat<string> SmallestCount { get; } = new("a whole number from 5 to 100", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 5 and <= 100 ? text : null);

    public static SettingFormat<string> Email { get; } = new("an email address", text => EmailAddress.IsValid(text) ? text : null);

    public static SettingFormat<string> HostName { get; } = new("a host name", text => Uri.CheckHostName(text) == UriHostNameType.Dns ? text : null);

    public static SettingFormat<string> HostAndPort { get; } = new("a host name, with a port where it has one", text =>
        Uri.TryCreate($"http://{text}", UriKind.Absolute, out var address) && string.Equals(address.Authority, text, StringComparison.OrdinalIgnoreCase) ? text : null);

    /// <summary>As it was written: a provider's library may mind a slash more.</summary>
    public static SettingFormat<string> WebHost { get; } = new("a web address", text => Web(text)?.OriginalString);

    public static SettingFormat<Uri> HttpsAddress { get; } = new("an https address", text => Web(text) is { Scheme: "https" } address ? address : null);

    /// <summary>A wildcard or a stray quote would open more than was meant.</summary>
    public static SettingFormat<string> Origins { get; } = new("https origins such as `https://praktijk.example`, with a space between", text =>
        text.Split(' ').All(site => Web(site) is { Scheme: "https" } address && address.GetLeftPart(UriPartial.Authority) == site && !site.AsSpan().ContainsAny("*;,'@")) ? text : null);

    public static SettingFormat<string> TablePrefix { get; } =
        new($"letters and digits, a letter first, at most {LongestPrefix}", text => text.Length <= LongestPrefix && Prefix().IsMatch(text) ? text : null);

    /// <summary>The account's key may be in it.</summary>
    public static SettingFormat<string> Storage { get; } = new(
        "the https address of a table service, a storage connection string, or `UseDevelopmentStorage=true`",
        text => Web(text) is { Scheme: "https" } || text.Contains('=', StringComparison.Ordinal) ? text : null,
        IsSecret: true);

    public static SettingFormat<string> BusConnection { get; } = new("a Service Bus connection string", text => IsBusConnection(text) ? text : null, IsSecret: true);

    public static SettingFormat<string> SecretName { get; } = new("the name of a secret: letters, digits and hyphens", text => VaultName().IsMatch(text) ? text : null);

    public static SettingFormat<string> TwilioAccount { get; } = new("`AC` and 32 hexadecimal digits", text => AccountSid().IsMatch(text) ? text : null);

    public static SettingFormat<string> SmsSender { get; } = new(
        "a number (`+31…`), a name of at most 11 letters and digits, or the id of a messaging service (`MG…`)", text => Sender().IsMatch(text) ? text : null);

    /// <summary>As Entra ID writes it in a claim.</summary>
    public static SettingFormat<string> ObjectId { get; } = new("the object id of an account in Entra ID", text => Guid.TryParseExact(text, "D", out var id) ? id.ToString() : null);

    public static SettingFormat<string> PublicKey { get; } = new("a public key of an elliptic curve, in base64", text => IsPublicKey(text) ? text : null);

    /// <summary>Outside Development people and providers send secrets there.</summary>
    public static SettingFormat<Uri> PublicAddress(bool development) => new(
        $"an https address of at most {LongestPublicUrl} characters; in Development http too",
        text => text.Length <= LongestPublicUrl && Web(text) is { } address && (development || address.Scheme == Uri.UriSchemeHttps) ? address : null);

    /// <summary>Outside Development a folder would be on a machine that goes.</summary>
    public static SettingFormat<string> BackupPlace(bool development) => new(
        "the https address of a blob service; in Development also the path of a folder",
        text => Web(text) is { Scheme: "https" } || (development && Web(text) is null && FilePath.TryRead(text, out _)) ? text : null);

    static Uri? Web(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address : null;

    static bool IsBusConnection(string text)
    {
        try
        {
            return ServiceBusConnectionStringProperties.Parse(text).Endpoint is not null;
        }
        catch (FormatException)
        {
            return false;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    static bool IsPublicKey(string text)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            return false;
        }

        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(bytes.AsSpan(0, length), out _);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]*\z")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,127}\z")]
    private static partial Regex VaultName();

    [GeneratedRegex(@"^AC[0-9a-fA-F]{32}\z")]
    private static partial Regex AccountSid();

    [GeneratedRegex(@"^(\+[1-9][0-9]{6,14}|MG[0-9a-fA-F]{32}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})\z")]
    private static partial Regex Sender();
}
