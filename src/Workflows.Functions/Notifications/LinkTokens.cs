using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Notifications;

/// <summary>What a link in a message is for.</summary>
/// <param name="Purpose">One of the purposes below: a token for one opens nothing for another.</param>
/// <param name="Referral">The referral's id.</param>
/// <param name="Effect">The effect that the link belongs to.</param>
/// <param name="Expires">The first moment at which it no longer counts, in whole seconds of the app's time.</param>
sealed record LinkToken(string Purpose, string Referral, string Effect, DateTimeOffset Expires)
{
    /// <summary>Opens the page of what waits, behind the sign-in.</summary>
    public const string Open = "open";

    /// <summary>Says that feedback was seen.</summary>
    public const string Acknowledge = "acknowledge";
}

/// <summary>Tokens for links: signed, expiring, for one purpose. They show ids and nothing personal, and never replace the sign-in.</summary>
sealed class LinkTokens(KeyedHash hash, TimeProvider clock)
{
    const string Purpose = "link token";

    /// <summary>The token as it stands in an address: letters, digits, <c>-</c>, <c>_</c> and one dot.</summary>
    public async Task<string> WriteAsync(LinkToken token, CancellationToken cancellation = default)
    {
        var content = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
            string.Join('\n', token.Purpose, token.Referral, token.Effect, token.Expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))));
        return $"{content}.{await SignAsync(content, cancellation)}";
    }

    /// <summary>What the token says; null when it is forged, expired or for another purpose, which are not told apart.</summary>
    public async Task<LinkToken?> ReadAsync(string token, string purpose, CancellationToken cancellation = default)
    {
        if (token.Split('.') is not [var content, var signature] || !KeyedHash.AreEqual(signature, await SignAsync(content, cancellation)))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(content)).Split('\n');
        var read = new LinkToken(parts[0], parts[1], parts[2], DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[3], CultureInfo.InvariantCulture)));
        return read.Purpose == purpose && clock.GetUtcNow() < read.Expires ? read : null;
    }

    Task<string> SignAsync(string content, CancellationToken cancellation) => hash.OfAsync(Purpose, [content], cancellation);
}
