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
    [InlineData("1 wd", "1 werkdag", "1 working day")]
    [InlineData("2 wd", "2 werkdagen", "2 working days")]
    [InlineData("10 days", "10 dagen", "10 days")]
    [InlineData("6 weeks", "6 weken", "6 weeks")]
    [InlineData("1 month", "1 maand", "1 month")]
    [InlineData("2 years", "2 jaar", "2 years")]
    public void Are_told_in_the_words_of_either_language(string text, string dutch, string english) =>
        Assert.Equal((dutch, english), (Term.Parse(text).InDutch, Term.Parse(text).InEnglish));

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
