using System.Text.Json;
using Workflows.Referrals.Deadlines;

namespace Workflows.Referrals.Tests.Deadlines;

public sealed class A_deadline_explains_itself
{
    static readonly WorkCalendar Calendar = new([new(2026, 5, 15)]);

    static Due Of(DateTimeOffset from, string term, DateTimeOffset? silentSince = null, string? who = null) =>
        Calculation.Ends("offer.respond", "default/1", from, Term.Parse(term), Calendar, silentSince, who);

    [Fact]
    public void When_nothing_was_skipped()
    {
        var due = Of(Amsterdam.At(2026, 4, 13, 10), "2 wd");

        Assert.Equal(Amsterdam.At(2026, 4, 15, 17), due.At);
        Assert.Equal(TimeSpan.FromHours(2), due.At.Offset);
        Assert.Equal("2 working days after Monday 13 April 10:00, none skipped: Wednesday 15 April 17:00", due.Explanation.InEnglish);
        Assert.Equal("2 werkdagen na maandag 13 april 10:00, geen overgeslagen: woensdag 15 april 17:00", due.Explanation.InDutch);
    }

    [Fact]
    public void When_weekends_and_holidays_were_skipped()
    {
        var due = Of(Amsterdam.At(2025, 4, 16, 9, 5), "10 wd");

        Assert.Equal("10 working days after Wednesday 16 April 09:05, 2 weekends, Good Friday (18 April) and Easter Monday (21 April) skipped: Friday 2 May 17:00", due.Explanation.InEnglish);
        Assert.Equal("10 werkdagen na woensdag 16 april 09:05, 2 weekenden, Goede Vrijdag (18 april) en tweede paasdag (21 april) overgeslagen: vrijdag 2 mei 17:00", due.Explanation.InDutch);
    }

    [Fact]
    public void When_a_closing_day_was_skipped() =>
        Assert.Equal(
            "1 working day after Wednesday 13 May 12:00, the weekend, Ascension Day (14 May) and closing day (15 May) skipped: Monday 18 May 17:00",
            Of(Amsterdam.At(2026, 5, 13, 12), "1 wd").Explanation.InEnglish);

    [Fact]
    public void When_someone_was_silent_and_then_it_says_who_and_since_when()
    {
        var due = Of(Amsterdam.At(2026, 4, 13, 10), "3 months", silentSince: Amsterdam.At(2026, 4, 13, 10), who: "anna");

        Assert.Equal("3 months after Monday 13 April 10:00, none skipped: Monday 13 July 17:00; the welfare worker silent since Monday 13 April 10:00", due.Explanation.InEnglish);
        Assert.Equal("3 maanden na maandag 13 april 10:00, geen overgeslagen: maandag 13 juli 17:00; de welzijnscoach stil sinds maandag 13 april 10:00", due.Explanation.InDutch);
    }

    [Fact]
    public void With_the_year_as_soon_as_two_years_are_in_play()
    {
        Assert.Equal(
            "2 years after Monday 13 April 2026 10:00, none skipped: Thursday 13 April 2028 17:00",
            Of(Amsterdam.At(2026, 4, 13, 10), "2 years").Explanation.InEnglish);
        Assert.Equal(
            "2 days after Tuesday 5 January 2027 10:00, none skipped: Thursday 7 January 2027 17:00; silent since Monday 2 November 2026 09:00",
            Of(Amsterdam.At(2027, 1, 5, 10), "2 days", silentSince: Amsterdam.At(2026, 11, 2, 9)).Explanation.InEnglish);
        Assert.Equal(
            "2 weeks after Thursday 31 December 2026 10:00, none skipped: Thursday 14 January 2027 17:00; silent since Friday 1 January 2027 09:00",
            Of(Amsterdam.At(2026, 12, 31, 10), "2 weeks", silentSince: Amsterdam.At(2027, 1, 1, 9)).Explanation.InEnglish);
    }

    [Fact]
    public void After_a_journey_through_json_as_well()
    {
        var due = Of(Amsterdam.At(2025, 4, 16, 9, 5), "10 wd", Amsterdam.At(2025, 4, 1, 9), "anna");

        Assert.Equal(due, JsonSerializer.Deserialize<Due>(JsonSerializer.Serialize(due, JsonSerializerOptions.Web), JsonSerializerOptions.Web));
    }
}
