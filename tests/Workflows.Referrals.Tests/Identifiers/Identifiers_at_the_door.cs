using Workflows.Referrals.Identifiers;

namespace Workflows.Referrals.Tests.Identifiers;

public sealed class Identifiers_at_the_door
{
    [Theory]
    [InlineData("01999901", true)]
    [InlineData("0199990", false)]
    [InlineData("019999011", false)]
    [InlineData("0199990a", false)]
    [InlineData("00000000", false)]
    [InlineData(null, false)]
    public void An_agb_code_has_8_digits(string? code, bool valid) => Assert.Equal(valid, AgbCode.IsValid(code));

    [Fact]
    public void Gp_practices_and_gps_start_with_01()
    {
        Assert.True(AgbCode.IsGeneralPractice("01999901"));
        Assert.False(AgbCode.IsGeneralPractice("04999901"));
        Assert.False(AgbCode.IsGeneralPractice("01"));
    }

    [Theory]
    [InlineData("+31612345678", true)]
    [InlineData("+31101234567", true)]
    [InlineData("+4915112345678", true)]
    [InlineData("+3161234567", false)]
    [InlineData("+31012345678", false)]
    [InlineData("+31 6 12345678", false)]
    [InlineData("0612345678", false)]
    [InlineData("+0612345678", false)]
    [InlineData("+1234567890123456", false)]
    [InlineData("+31612345678\n", false)]
    [InlineData(null, false)]
    public void A_phone_number_is_e164(string? number, bool valid) => Assert.Equal(valid, PhoneNumber.IsValid(number));

    [Theory]
    [InlineData("06-12345678", "+31612345678")]
    [InlineData("06 12 34 56 78", "+31612345678")]
    [InlineData("(010) 123 45 67", "+31101234567")]
    [InlineData("0031 10 1234567", "+31101234567")]
    [InlineData("+31 (0)6 12345678", "+31612345678")]
    [InlineData(" +49 151 12345678 ", "+4915112345678")]
    [InlineData("12345678", null)]
    [InlineData("06-1234567", null)]
    [InlineData("bel me", null)]
    [InlineData(null, null)]
    public void A_phone_number_as_people_write_it_is_brought_to_that_form(string? written, string? number) => Assert.Equal(number, PhoneNumber.Normalise(written));

    [Theory]
    [InlineData("3011 ED", "3011 ED")]
    [InlineData("3011ed", "3011 ED")]
    [InlineData(" 3011 ed ", "3011 ED")]
    [InlineData("0311 ED", null)]
    [InlineData("3011 SS", null)]
    [InlineData("3011 sa", null)]
    [InlineData("3011", null)]
    [InlineData("3011  ED", null)]
    [InlineData(null, null)]
    public void A_postal_code_is_four_digits_and_two_letters(string? written, string? code)
    {
        Assert.Equal(code, PostalCode.Normalise(written));
        Assert.Equal(code?[..4], PostalCode.Area(written));
    }

    [Theory]
    [InlineData("dewit@praktijk.example", true)]
    [InlineData("a.b+c@sub.praktijk.example", true)]
    [InlineData("dewit@praktijk", false)]
    [InlineData("dewit.praktijk.example", false)]
    [InlineData("de wit@praktijk.example", false)]
    [InlineData("dewit@@praktijk.example", false)]
    [InlineData("dewit@praktijk..example", false)]
    [InlineData("de..wit@praktijk.example", false)]
    [InlineData(".dewit@praktijk.example", false)]
    [InlineData("dewit.@praktijk.example", false)]
    [InlineData("dewit@-praktijk.example", false)]
    [InlineData("dewit@praktijk.example\nBcc: x@y.example", false)]
    [InlineData("De Wit <dewit@praktijk.example>", false)]
    [InlineData(null, false)]
    public void An_email_address_has_one_at_sign_and_a_domain_and_cannot_break_a_header(string? address, bool valid) => Assert.Equal(valid, EmailAddress.IsValid(address));
}
