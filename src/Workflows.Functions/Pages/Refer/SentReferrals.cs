using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Pages.Refer;

/// <summary>A referral that was just sent, as the address of its confirmation names it: nothing personal, and nothing about how it stands.</summary>
/// <param name="Referral">The referral's id.</param>
/// <param name="Organisation">To which organisation.</param>
/// <param name="Practice">From which practice.</param>
/// <param name="At">When, in whole seconds.</param>
sealed record SentReferral(string Referral, string Organisation, string Practice, DateTimeOffset At);

/// <summary>Signed addresses for confirmations: who did not send a referral cannot make one up.</summary>
sealed class SentReferrals(KeyedHash hash, TimeProvider clock)
{
    /// <summary>Long enough to print the client's letter once more; after that the practice's own page has it.</summary>
    static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    const string Purpose = "sent referral";

    public async Task<string> WriteAsync(SentReferral sent, CancellationToken cancellation = default)
    {
        var content = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
            string.Join('\n', sent.Referral, sent.Organisation, sent.Practice, sent.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))));
        return $"{content}.{await SignAsync(content, cancellation)}";
    }

    /// <returns>Null when it was not written here, or too long ago.</returns>
    public async Task<SentReferral?> ReadAsync(string token, CancellationToken cancellation = default)
    {
        if (token.Split('.') is not [var content, var signature] || !KeyedHash.AreEqual(signature, await SignAsync(content, cancellation)))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(content)).Split('\n');
        var read = new SentReferral(parts[0], parts[1], parts[2], DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[3], CultureInfo.InvariantCulture)));
        return clock.GetUtcNow() < read.At + Lasts ? read : null;
    }

    Task<string> SignAsync(string content, CancellationToken cancellation) => hash.OfAsync(Purpose, [content], cancellation);
}
