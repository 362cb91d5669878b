using System.Globalization;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Audit;

/// <summary>Entries as CSV.</summary>
static class AuditCsv
{
    public const string Header = "sequence,at,event,referral,role,user,account,onBehalfOf,ground,refusal,previous,hash\r\n";

    public static string Of(AuditLine line) => CsvLine.Of(
    [
        line.Sequence.ToString(CultureInfo.InvariantCulture), line.Entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), line.Entry.Event, line.Entry.Referral,
        Code.Of(line.Entry.Role), line.Entry.User, line.Entry.Account, line.Entry.OnBehalfOf, line.Entry.Ground, line.Entry.Refusal, line.Previous, line.Hash,
    ]);
}
