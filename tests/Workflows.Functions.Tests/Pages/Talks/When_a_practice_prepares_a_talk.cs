using System.Text.RegularExpressions;
using Workflows.Functions.Tests.Pages.Coordinate;
using Workflows.Functions.Tests.Pages.Practices;

namespace Workflows.Functions.Tests.Pages.Talks;

/// <summary>Each fact has an app of its own: all referrals of a practice stand on its list.</summary>
public sealed partial class When_a_practice_prepares_a_talk : IAsyncLifetime
{
    const string List = "/praktijk/overleg";

    readonly PagesApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Each_referral_that_asks_for_a_word_stands_there_with_why_and_since_when_by_worker()
    {
        var asked = await app.ReferAsync();
        var worker = await app.WorkerAsync(asked);
        var young = await app.ReferSomebodyYoungAsync();
        using var practice = await app.PracticeAsync();

        await practice.OpenAsync($"{List}?met=welzijn-zuid/{worker}");
        Assert.Contains("Overleg met ", practice.Text, StringComparison.Ordinal);
        Assert.Equal(["Wacht op antwoord sinds 13-4-2026"], Why(practice, asked));
        Assert.DoesNotContain($"/praktijk/{young}", practice.Html, StringComparison.Ordinal);

        await practice.OpenAsync($"{List}?met=welzijn-zuid/");
        Assert.Contains("Overleg met de coördinator van Welzijn Zuid", practice.Text, StringComparison.Ordinal);
        Assert.Equal(["Wacht op een besluit sinds 13-4-2026 (mogelijk buiten de doelgroep)"], Why(practice, young));
    }

    [Fact]
    public async Task What_is_silent_and_what_was_not_seen_stand_there_and_what_goes_well_does_not()
    {
        var (silent, worker) = await app.ReferAndStartAsync();
        await app.AdvanceAsync(TimeSpan.FromDays(95));
        var (fresh, _) = await StartAsync();
        using var practice = await app.PracticeAsync();

        await practice.OpenAsync($"{List}?met=welzijn-zuid/{worker.Split('/')[1]}");
        Assert.Contains("Stil sinds 13-4-2026", Why(practice, silent));
        Assert.Contains("Terugkoppeling door de praktijk niet gezien sinds 13-4-2026", Why(practice, silent));

        await practice.OpenAsync($"/praktijk/{fresh}");
        await practice.SubmitAsync($"/praktijk/{fresh}/terugkoppelingen");
        await practice.OpenAsync($"{List}?met=welzijn-zuid/{worker.Split('/')[1]}");
        Assert.DoesNotContain($"/praktijk/{fresh}", practice.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_ended_stands_there_until_they_have_spoken()
    {
        var ended = await app.ReferAndCompleteAsync();
        var worker = await app.WorkerAsync(ended);
        using var practice = await app.PracticeAsync();
        await practice.OpenAsync($"/praktijk/{ended}");
        await practice.SubmitAsync($"/praktijk/{ended}/terugkoppelingen");
        await practice.OpenAsync(List);
        Assert.Equal(["Afgerond, 13-4-2026 (doel bereikt)"], Why(practice, ended));

        await app.AdvanceAsync(TimeSpan.FromDays(1));
        await practice.SubmitAsync(List, ("day", "14-4-2026"));
        Assert.Equal((303, $"{List}?met=welzijn-zuid/{worker}&gedaan=1"), (practice.Status, practice.Location));
        await practice.OpenAsync(practice.Location!);

        Assert.Contains("Het vorige overleg was op dinsdag 14 april 2026.", practice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"/praktijk/{ended}", practice.Html, StringComparison.Ordinal);
        using var other = await app.PracticeAsync("01999902");
        await other.OpenAsync(List);
        Assert.Contains("Er is niets te bespreken.", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_client_it_shows_nothing_until_asked_and_then_just_enough_for_two_who_know_the_client()
    {
        var referral = await app.ReferAsync("Vandenberg");
        using var practice = await app.PracticeAsync();
        await practice.OpenAsync(List);
        Assert.DoesNotContain("Ria", practice.Text, StringComparison.Ordinal);

        await practice.OpenAsync($"{List}?namen=1");

        Assert.Contains("Ria V. (1948)", practice.Text, StringComparison.Ordinal);
        Assert.All(["Vandenberg", "1948-03-12", "+31612345678", "3011"], told => Assert.DoesNotContain(told, practice.Text, StringComparison.Ordinal));
        Assert.Contains("client.read 01999901", await app.AuditedAsync(referral));
    }

    async Task<(string Id, string Worker)> StartAsync()
    {
        var id = await app.ReferAsync();
        var worker = $"worker/{await app.WorkerAsync(id)}";
        await app.GiveAsync(worker, id, "accept");
        await app.GiveAsync(worker, id, "plan-handover", new { at = "2026-07-20T13:00:00+02:00", form = "phone" });
        await app.GiveAsync(worker, id, "record-handover", new { result = "held" });
        return (id, worker);
    }

    static List<string> Why(Visitor visitor, string referral)
    {
        var item = visitor.Text.Split("<li>\n").Single(part => part.Contains($"href=\"/praktijk/{referral}\"", StringComparison.Ordinal));
        return [.. Reason().Matches(item).Select(reason => reason.Groups[1].Value)];
    }

    [GeneratedRegex("<li>([^<]+)</li>")]
    private static partial Regex Reason();
}
