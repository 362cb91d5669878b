using System.Text.Json;
using Workflows.Referrals.Deadlines;

namespace Workflows.Referrals.Tests.Deadlines;

public sealed class Terms
{
    [Theory]
    [InlineData("2 wd", 2, TermUnit.WorkingDays)]
    [InlineData("1 wd", 1, TermUnit.WorkingDays)]
    [InlineData("10 days", 10, TermUnit.Days)]
    [InlineData("1 week", 1, TermUnit.Weeks)]
    [InlineData("3 months", 3, TermUnit.Months)]
    [InlineData("2 years", 2, TermUnit.Years)]
    public void Have_a_text_form_that_is_also_their_json(string text, int count, TermUnit unit)
    {
        var term = Term.Parse(text);

        Assert.Equal((count, unit), (term.Count, term.Unit));
        Assert.Equal(text, term.ToString());
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(term, JsonSerializerOptions.Web));
        Assert.Equal(term, JsonSerializer.Deserialize<Term>($"\"{text}\"", JsonSerializerOptions.Web));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("two wd")]
    [InlineData("0 wd")]
    [InlineData("-1 days")]
    [InlineData("1001 days")]
    [InlineData("2  wd")]
    [InlineData("2 fortnights")]
    public void That_cannot_be_read_are_refused_with_what_is_accepted(string text)
    {
        Assert.Contains("such as \"2 wd\"", Assert.Throws<FormatException>(() => Term.Parse(text)).Message, StringComparison.Ordinal);
        Assert.Contains("such as \"2 wd\"", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Term>($"\"{text}\"")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Have_no_count_below_one() => Assert.Throws<ArgumentOutOfRangeException>(() => Term.Days(0));
}
