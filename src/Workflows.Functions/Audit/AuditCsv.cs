using System.Globalization;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Audit;

/// <summary>Entries as CSV (RFC 4180) that a spreadsheet may open: no cell is a formula.</summary>
static class AuditCsv
{
    public const string Header = "sequence,at,event,referral,role,user,account,onBehalfOf,ground,refusal,previous,hash\r\n";

    public static string Of(AuditLine line) => string.Join(',', ((string?[])
        [
            line.Sequence.ToString(CultureInfo.InvariantCulture), line.Entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), line.Entry.Event, line.Entry.Referral,
            Code.Of(line.Entry.Role), line.Entry.User, line.Entry.Account, line.Entry.OnBehalfOf, line.Entry.Ground, line.Entry.Refusal, line.Previous, line.Hash,
        ]).Select(Cell)) + "\r\n";

    /// <summary>What begins as a formula does is preceded by an apostrophe, as OWASP advises; what holds a separator stands between quotation marks.</summary>
    static string Cell(string? text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? $"'{text}" : text ?? "";
        return safe.AsSpan().ContainsAny("\",\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
