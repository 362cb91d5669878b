using System.Reflection;
using Workflows.Referrals.Process;

namespace Workflows.Referrals.Tests.Process;

public sealed class Refusals_in_Dutch
{
    static readonly Refusal[] All =
        [.. typeof(Refusals).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(refusal => refusal.GetValue(null)).OfType<Refusal>()];

    [Theory, InlineData("verwijzing"), InlineData("verwijzer"), InlineData("welzijnscoach"), InlineData("cliënt"), InlineData("werkproces"), InlineData("terugkoppeling"),
     InlineData("welzijnsarrangement"), InlineData("meetinstrument"), InlineData("overdracht")]
    public void Use_the_words_of_the_trade(string word) => Assert.Contains(All, refusal => refusal.InDutch.Contains(word, StringComparison.Ordinal));

    [Theory, InlineData("referral"), InlineData("worker"), InlineData("client "), InlineData("pathway"), InlineData("coach ")]
    public void Use_no_English_for_them(string word) =>
        Assert.DoesNotContain(All, refusal => refusal.InDutch.Replace("welzijnscoach", "", StringComparison.Ordinal).Contains(word, StringComparison.OrdinalIgnoreCase));
}
