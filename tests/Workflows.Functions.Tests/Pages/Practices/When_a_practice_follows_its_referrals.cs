using System.Text.RegularExpressions;
using Workflows.Functions.Referrals;
using Workflows.Functions.Storage;
using Workflows.Functions.Tests.Pages.Coordinate;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Pages.Practices;

public sealed partial class When_a_practice_follows_its_referrals(PagesApp app) : IClassFixture<PagesApp>
{
    const string OfAnotherPractice = "01999902";

    [Fact]
    public async Task Each_that_is_under_way_says_whose_turn_it_is_and_since_when_the_latest_first()
    {
        var asked = await app.ReferAsync();
        var (started, _) = await app.ReferAndStartAsync();
        using var practice = await app.PracticeAsync();

        await practice.OpenAsync("/praktijk");

        Assert.Equal(200, practice.Status);
        Assert.True(Listed(practice).IndexOf(started) < Listed(practice).IndexOf(asked));
        Assert.Contains("is gevraagd en heeft nog niet geantwoord. Sinds maandag 13 april 2026", Card(practice, asked), StringComparison.Ordinal);
        Assert.Contains("begeleidt de cliënt. Sinds maandag 13 april 2026", Card(practice, started), StringComparison.Ordinal);
        Assert.Contains("Welzijn Zuid", Card(practice, started), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_ended_stands_apart_and_what_was_told_of_it_waits_for_the_practice()
    {
        var ended = await app.ReferAndCompleteAsync();
        using var practice = await app.PracticeAsync();

        await practice.OpenAsync("/praktijk");
        Assert.DoesNotContain(ended, practice.Html, StringComparison.Ordinal);
        Assert.Matches(@"Wacht op ons \(\d+\)", practice.Text);

        await practice.OpenAsync("/praktijk?toon=afgelopen");
        Assert.Contains("De verwijzing is afgelopen. Sinds maandag 13 april 2026", Card(practice, ended), StringComparison.Ordinal);

        await practice.OpenAsync("/praktijk?toon=beurt");
        Assert.Contains("Terugkoppeling te bekijken sinds maandag 13 april 2026", Card(practice, ended), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_sees_its_own_only()
    {
        var other = await app.ReferAsync(practice: OfAnotherPractice);
        using var practice = await app.PracticeAsync();

        await practice.OpenAsync("/praktijk");
        Assert.DoesNotContain(other, practice.Html, StringComparison.Ordinal);

        await practice.OpenAsync($"/praktijk/{other}");
        Assert.Equal(404, practice.Status);
        Assert.Equal(["referral.submitted 01999902", "referral.read 01999901 not-theirs"], await app.AuditedAsync(other));
    }

    [Fact]
    public async Task Names_are_shown_when_somebody_asks_and_each_look_is_recorded()
    {
        var name = $"Zichtbaar {Random.Shared.GetString("abcdefghij", 12)}";
        var referral = await app.ReferAsync(name);
        using var practice = await app.PracticeAsync();

        await practice.OpenAsync("/praktijk");
        Assert.DoesNotContain(name, practice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("client.read 01999901", await app.AuditedAsync(referral));

        await practice.OpenAsync("/praktijk?namen=1");
        Assert.Contains($"Ria {name}", Card(practice, referral), StringComparison.Ordinal);
        Assert.Contains("client.read 01999901", await app.AuditedAsync(referral));
    }

    [Fact]
    public async Task A_long_list_comes_in_pages_that_keep_the_filter()
    {
        var now = new DateTimeOffset(2026, 4, 13, 7, 0, 0, TimeSpan.Zero);
        await app.Get<ListStore>().MoveAsync(
            Enumerable.Range(1, 30).Select(number => new ListRow(
                ListKey.LatestFirst(ReferralLists.EndedOfPractice(OfAnotherPractice), now.AddMinutes(number), $"oud-{number}"),
                ReferralJson.Write(new ListedReferral($"oud-{number}", ReferralStatus.Completed, null, now.AddMinutes(number), OfAnotherPractice, null, now, null, null, null)))),
            []);
        using var practice = await app.PracticeAsync(OfAnotherPractice);

        await practice.OpenAsync("/praktijk?toon=afgelopen");
        var first = Listed(practice);
        await practice.OpenAsync(Next().Match(practice.Text).Groups[1].Value);
        var second = Listed(practice);

        Assert.Equal("oud-30", first[0]);
        Assert.Equal(30, first.Concat(second).Distinct().Count(id => id.StartsWith("oud-", StringComparison.Ordinal)));
        Assert.DoesNotMatch(Next(), practice.Text);
    }

    [Fact]
    public async Task It_begins_there_after_signing_in()
    {
        using var practice = await app.PracticeAsync();

        await practice.OpenAsync("/");

        Assert.Equal("/praktijk", practice.Location);
    }

    static List<string> Listed(Visitor visitor) => [.. Link().Matches(visitor.Html).Select(link => link.Groups[1].Value)];

    /// <summary>The words of one referral's card.</summary>
    static string Card(Visitor visitor, string referral)
    {
        var card = visitor.Text.Split("<li class=\"card\">").Single(part => part.Contains($"href=\"/praktijk/{referral}\"", StringComparison.Ordinal));
        return Space().Replace(Tag().Replace(card, " "), " ");
    }

    [GeneratedRegex("""<h2 class="utrecht-heading-3"><a class="[^"]*" href="/praktijk/([^"/?]+)">""")]
    private static partial Regex Link();

    [GeneratedRegex("rel=\"next\" href=\"([^\"]+)\"")]
    private static partial Regex Next();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
