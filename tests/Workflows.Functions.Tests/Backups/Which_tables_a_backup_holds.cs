using System.Text.RegularExpressions;
using Workflows.Functions.Backups;
using Workflows.Functions.Messages;
using Workflows.Functions.Referrals;
using Workflows.Functions.Tests.Repository;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Backups;

public sealed partial class Which_tables_a_backup_holds
{
    /// <summary>A new table has to be thought of: is it restored, in which order, and is it personal?</summary>
    [Fact]
    public void All_that_the_app_has_but_those_that_follow_from_others() => Assert.Equal(
        CommittedFiles.All.Where(path => path.StartsWith("src/Workflows.Functions/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(path => Table().Matches(CommittedFiles.Read(path))).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal),
        BackedUpTables.InOrder.Concat(BackedUpTables.NotHeld).Order(StringComparer.Ordinal));

    [Fact]
    public void Who_was_erased_is_put_back_first_then_the_keys_and_people_come_in_last()
    {
        Assert.Equal([BackedUpTables.Erasures, BackedUpTables.Keys], BackedUpTables.InOrder.Take(2));
        Assert.Equal([BackedUpTables.Timeline, "Directory"], BackedUpTables.InOrder.TakeLast(2));
    }

    /// <summary>Whatever lists there will be: all of them show referrals as the same thing, and nothing else as that.</summary>
    [Fact]
    public void Where_referrals_stand_in_lists_follows_from_their_timelines()
    {
        var referral = Referral.Submit("r1", new("welzijn-zuid", "01999901", Pathway.Default, true, HandoverForm.Phone)).Handle(Happening.Submitted(TestStorage.Monday.UtcDateTime)).Referral;

        Assert.All(ReferralLists.Of(referral), row => Assert.True(ListedReferral.IsOne(row.Json)));
        Assert.False(ListedReferral.IsOne(ReferralJson.Write(new ExpiringMessage("r1", "message!1", TestStorage.Monday))));
        Assert.False(ListedReferral.IsOne("{}"));
    }

    [GeneratedRegex("(?:GetTableClient\\(prefix \\+ |\\.Named\\()\"([A-Za-z0-9]+)\"\\)")]
    private static partial Regex Table();
}
