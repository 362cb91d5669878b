using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Workflows.Referrals.Identifiers;

namespace Workflows.Referrals.Tests.Identifiers;

public sealed class A_bsn
{
    static readonly Gen<string> Valid =
        from eight in Gen.Choose(10_000_00, 99_999_999)
        let first = eight.ToString("D8", CultureInfo.InvariantCulture)
        let check = first.Select((digit, i) => (digit - '0') * (9 - i)).Sum() % 11
        where check < 10
        select first + check.ToString(CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("111222333")]
    [InlineData("999996708")]
    [InlineData("010000008")]
    [InlineData("10000008")]
    public void Has_9_digits_whose_weighted_sum_11_divides_and_8_digits_are_left_padded(string digits) => Assert.True(Bsn.IsValid(digits));

    [Theory]
    [InlineData("123456789")]
    [InlineData("000000000")]
    [InlineData("00000000")]
    [InlineData("1112223330")]
    [InlineData("1112223")]
    [InlineData("11122233a")]
    [InlineData("")]
    public void Is_not_all_zeros_and_nothing_else(string digits) => Assert.False(Bsn.IsValid(digits));

    [Theory]
    [InlineData("BSN 111222333.", "BSN [BSN verwijderd].")]
    [InlineData("BSN:111222333", "BSN:[BSN verwijderd]")]
    [InlineData("1112.22.333 en 999 996 708", "[BSN verwijderd] en [BSN verwijderd]")]
    [InlineData("111-222-333", "[BSN verwijderd]")]
    [InlineData("111 – 222 – 333", "[BSN verwijderd]")]
    [InlineData("1 1 1 2 2 2 3 3 3", "[BSN verwijderd]")]
    [InlineData("tel 12 111222333", "tel 12 [BSN verwijderd]")]
    [InlineData("0 111222333", "0 [BSN verwijderd]")]
    [InlineData("111222333 111222333", "[BSN verwijderd] [BSN verwijderd]")]
    [InlineData("nr 10000008!", "nr [BSN verwijderd]!")]
    [InlineData("١١١٢٢٢٣٣٣", "[BSN verwijderd]")]
    [InlineData("111\u200b222\u00ad333", "[BSN verwijderd]")]
    [InlineData("111/222_333", "[BSN verwijderd]")]
    [InlineData("HIS-000111222333", "HIS-[BSN verwijderd]")]
    [InlineData("Tel +31612345678 111222333", "Tel +31612345678 [BSN verwijderd]")]
    [InlineData("+31 6 12345678 - 111222333", "+31 6 12345678 - [BSN verwijderd]")]
    public void Is_detected_and_redacted_in_free_text(string text, string redacted) => Assert.Equal(redacted, BsnRedaction.Redact(text).Text);

    [Theory]
    [InlineData("123456789")]
    [InlineData("bel 06 12345678 of +31612345678")]
    [InlineData("geboren op 12-03-1948, gezien 2026-04-13, terug 1/9/2026")]
    [InlineData("ordernummer 111222333444")]
    [InlineData("Weduwe sinds vorig jaar, komt weinig buiten.")]
    [InlineData("")]
    public void Is_not_seen_where_there_is_none(string text) => Assert.Equal(new(text, 0), BsnRedaction.Redact(text));

    [Fact]
    public void Is_not_seen_in_a_date_or_telephone_number_that_would_pass_the_check()
    {
        var dates = Enumerable.Range(0, 365).Select(day => new DateOnly(1948, 1, 1).AddDays(day));

        Assert.Contains(dates, date => Bsn.IsValid(date.ToString("ddMMyyyy", CultureInfo.InvariantCulture)));
        Assert.All(dates, date => Assert.Equal(0, BsnRedaction.Redact(date.ToString("dd-MM-yyyy, dd'/'MM'/'yyyy", CultureInfo.InvariantCulture)).Count));
        Assert.True(Bsn.IsValid("10000008"));
        Assert.Equal(0, BsnRedaction.Redact("06 10000008").Count);
        Assert.Equal(0, BsnRedaction.Redact("+31 6 10000008").Count);
    }

    [Fact]
    public void Is_redacted_whatever_stands_between_its_digits_and_around_it() =>
        Prop.ForAll(
            Valid.ToArbitrary(),
            Gen.Elements("", " ", ".", "-", " - ", "\u00a0", "\u2011", "/", "\u200b", "\ufe0f").ArrayOf(8).ToArbitrary(),
            Gen.Elements("", "bsn ", "(", "nr: ", "sofi").ToArbitrary(),
            (bsn, between, before) =>
            {
                var written = string.Concat(bsn.Select((digit, i) => i == 0 ? $"{digit}" : $"{between[i - 1]}{digit}"));
                return BsnRedaction.Redact($"{before}{written}, vandaag") == new RedactedText($"{before}{BsnRedaction.Replacement}, vandaag", 1);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Is_sought_in_a_long_row_of_digits_as_fast_as_in_a_text() =>
        Assert.Equal(0, BsnRedaction.Redact(string.Concat(Enumerable.Repeat("1 ", 30_000))).Count);   // trying every pair of digits would not end today

    [Fact]
    public void Is_gone_after_one_redaction() =>
        Prop.ForAll(Gen.Elements("1", "2", "3", "0", "9", "7", " ", ".", "-", "a", "+31", "/", "111222333", "999996708").ArrayOf(40).Select(string.Concat).ToArbitrary(), text =>
            BsnRedaction.Redact(text) is var once && BsnRedaction.Redact(once.Text) == new RedactedText(once.Text, 0)).QuickCheckThrowOnFailure();
}
