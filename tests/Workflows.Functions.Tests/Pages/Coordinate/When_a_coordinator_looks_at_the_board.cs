using System.Text.RegularExpressions;
using Workflows.Functions.Audit;
using Workflows.Functions.Referrals;
using Workflows.Functions.Storage;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Pages.Coordinate;

public sealed partial class When_a_coordinator_looks_at_the_board(PagesApp app) : IClassFixture<PagesApp>, IAsyncLifetime
{
    static readonly DateTimeOffset Monday = new(2026, 4, 13, 9, 0, 0, TimeSpan.FromHours(2));

    public async Task InitializeAsync() => await ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_waits_for_a_decision_says_why_and_since_when_and_offers_what_helps()
    {
        var young = await app.ReferSomebodyYoungAsync();
        using var cora = await app.CoordinatorAsync();

        await cora.OpenAsync("/regie");

        Assert.Equal(200, cora.Status);
        Assert.Contains("mogelijk buiten de doelgroep", cora.Text, StringComparison.Ordinal);
        Assert.Contains("Wacht sinds maandag 13 april 2026 op een besluit.", cora.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"/regie/{young}/assign\">Toewijzen</a>", cora.Html, StringComparison.Ordinal);
        Assert.Equal(("1", "wachten op uw besluit"), Tile(cora, "besluit"));
        Assert.DoesNotContain("Jansen", cora.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_all_goes_as_agreed_it_says_so()
    {
        using var cora = await app.CoordinatorAsync();

        await cora.OpenAsync("/regie");

        Assert.Contains("Niets: alles loopt zoals afgesproken.", cora.Text, StringComparison.Ordinal);
        Assert.Equal("0", Tile(cora, "besluit").Count);
        Assert.DoesNotContain("tile--waits", cora.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_that_waits_for_more_than_a_week_is_on_fire_and_what_only_takes_long_is_not()
    {
        await ListAsync(Row("a", Monday.AddDays(-8), ConcernKind.Decision), Row("b", Monday.AddMonths(-4), ConcernKind.Silence));
        using var cora = await app.CoordinatorAsync();

        await cora.OpenAsync("/regie");

        Assert.Equal("tile tile--urgent", TileClass(cora, "besluit"));
        Assert.Contains("te lang: sinds 5-4-2026", cora.Text, StringComparison.Ordinal);
        Assert.Equal("tile tile--waits", TileClass(cora, "stil"));
    }

    [Theory]
    [InlineData("besluit", ConcernKind.Decision, "Wacht sinds", "/assign")]
    [InlineData("eerste-contact", ConcernKind.FirstContact, "De cliënt is nog niet gesproken", "/assign")]
    [InlineData("stil", ConcernKind.Silence, "Er is niets gehoord sinds", "/assign")]
    [InlineData("niet-bezorgd", ConcernKind.FeedbackUndeliverable, "kwam langs geen enkele weg aan", "/acknowledge-feedback")]
    [InlineData("niet-gezien", ConcernKind.FeedbackUnseen, "niet bevestigd, ook niet na een herinnering", "/acknowledge-feedback")]
    public async Task Each_kind_has_a_list_of_its_own_with_what_helps(string view, ConcernKind kind, string words, string action)
    {
        await ListAsync(Enum.GetValues<ConcernKind>().Select(one => Row($"r-{one}", Monday.AddDays(-1), one)).ToArray());
        using var cora = await app.CoordinatorAsync();

        await cora.OpenAsync($"/regie?toon={view}");

        Assert.Equal([$"r-{kind}"], Listed(cora));
        Assert.Contains(words, cora.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"/regie/r-{kind}{action}\"", cora.Html, StringComparison.Ordinal);
        Assert.Equal("1", Tile(cora, view).Count);
    }

    [Fact]
    public async Task Who_must_act_is_named_with_the_number_to_call()
    {
        await ListAsync(Row("a", Monday.AddMonths(-4), ConcernKind.Silence));
        using var cora = await app.CoordinatorAsync();

        await cora.OpenAsync("/regie");

        Assert.Contains("Aan de beurt: Anna Verbeek", cora.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"tel:+31600000101\"", cora.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_stood_longest_comes_first_and_the_rest_on_a_next_page_with_the_same_filters()
    {
        await ListAsync([.. Enumerable.Range(1, 30).Select(day => Row($"r{day:D2}", Monday.AddDays(-day), ConcernKind.Decision))]);
        using var cora = await app.CoordinatorAsync();

        await cora.OpenAsync("/regie?toon=besluit");
        Assert.Equal(Enumerable.Range(6, 25).Reverse().Select(day => $"r{day:D2}"), Listed(cora));
        Assert.Equal("30", Tile(cora, "besluit").Count);

        await cora.OpenAsync(Next().Match(cora.Text).Groups[1].Value);
        Assert.Equal(["r05", "r04", "r03", "r02", "r01"], Listed(cora));
        Assert.Contains("<h2 class=\"utrecht-heading-2\" id=\"lijst\">Wacht op uw besluit</h2>", cora.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(Next(), cora.Text);
    }

    [Fact]
    public async Task All_referrals_can_be_found_by_whose_turn_it_is_and_what_has_ended_with_the_latest_first()
    {
        var offered = await app.ReferAsync();
        var first = await app.ReferAsync();
        await app.GiveAsync("coordinator/cora", first, "cancel", new { reason = "other" });
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        var second = await app.ReferAsync();
        await app.GiveAsync("coordinator/cora", second, "cancel", new { reason = "other" });
        var paused = await app.ReferAsync();
        await app.GiveAsync("coordinator/cora", paused, "put-on-hold", new { reason = "illness", until = "2026-06-01" });
        using var cora = await app.CoordinatorAsync();

        await cora.OpenAsync("/regie?toon=welzijnscoach");
        Assert.Equal([offered], Listed(cora));
        Assert.Contains("Aan de beurt: Anna Verbeek, sinds", cora.Text, StringComparison.Ordinal);
        await cora.OpenAsync("/regie?toon=welzijnscoach&wie=bram");
        Assert.Empty(Listed(cora));
        await cora.OpenAsync("/regie?toon=welzijnscoach&wie=anna");
        Assert.Equal([offered], Listed(cora));
        await cora.OpenAsync("/regie?toon=afgesloten");
        Assert.Equal([second, first], Listed(cora));
        Assert.Contains($"href=\"/regie/{first}/reopen\"", cora.Html, StringComparison.Ordinal);
        await cora.OpenAsync("/regie?toon=pauze");
        Assert.Equal([paused], Listed(cora));
        Assert.Contains($"href=\"/regie/{paused}/resume\"", cora.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_it_is_about_is_shown_when_asked_for_and_each_look_is_recorded()
    {
        var young = await app.ReferAsync("Nachtegaal", "2012-01-01");
        using var cora = await app.CoordinatorAsync();
        var before = await AuditedAsync(entry => entry.Referral is null);
        await cora.OpenAsync("/regie");
        Assert.DoesNotContain("Nachtegaal", cora.Text, StringComparison.Ordinal);
        Assert.Equal([.. before, AuditEvents.ListRead], await AuditedAsync(entry => entry.Referral is null));

        await cora.OpenAsync("/regie?namen=1");

        Assert.Contains("Ria Nachtegaal", cora.Text, StringComparison.Ordinal);
        Assert.Equal([AuditEvents.ClientRead], await AuditedAsync(entry => entry.User == "cora" && entry.Referral == young));
        Assert.Contains("href=\"/regie?namen=1&toon=pauze\"", cora.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coordinator_of_another_organisation_sees_none_of_it()
    {
        await ListAsync(Row("a", Monday.AddDays(-1), ConcernKind.Decision));
        using var coen = await app.CoordinatorAsync("coen");

        await coen.OpenAsync("/regie");

        Assert.Empty(Listed(coen));
        Assert.Equal("0", Tile(coen, "besluit").Count);
    }

    [Theory]
    [InlineData("worker/anna")]
    [InlineData("referrer/01999901")]
    [InlineData("administrator/admin")]
    public async Task Nobody_else_gets_to_see_it(string user)
    {
        using var visitor = app.Visitor();
        await visitor.SignInAsync(user);

        await visitor.OpenAsync("/regie");

        Assert.Equal(403, visitor.Status);
    }

    static ListedReferral Row(string id, DateTimeOffset since, ConcernKind kind) => new(
        id, ReferralStatus.AwaitingCoordinator, Code.Of(CoordinatorReason.NobodyAccepted), since, "01999901", "anna", since, "coordinator", null, null,
        Concerns: [new(kind, since, kind is ConcernKind.Silence or ConcernKind.FirstContact ? "anna" : "coordinator")]);

    Task ListAsync(params ListedReferral[] rows) => app.Get<ListStore>().MoveAsync(
        from row in rows
        let concern = row.Concerns![0]
        from list in (string[])[ReferralLists.Concerns("welzijn-zuid"), ReferralLists.Concerns("welzijn-zuid", concern.Kind)]
        select new ListRow(ListKey.At(list, concern.Since, row.Id), ReferralJson.Write(row)),
        []);

    /// <summary>Each test begins with empty lists: they share one app.</summary>
    async Task ClearAsync()
    {
        await foreach (var row in app.Get<Tables>().Lists.QueryAsync<Azure.Data.Tables.TableEntity>())
        {
            await app.Get<Tables>().Lists.DeleteEntityAsync(row.PartitionKey, row.RowKey);
        }
    }

    async Task<IEnumerable<string>> AuditedAsync(Func<AuditEntry, bool> which) =>
        (await app.Get<AuditTable>().EntriesAsync(AuditMonth.At("welzijn-zuid", app.Get<TimeProvider>().GetUtcNow())).ToListAsync()).Where(which).Select(entry => entry.Event);

    static IEnumerable<string> Listed(Visitor visitor) => Card().Matches(visitor.Html).Select(card => card.Groups[1].Value);

    static (string Count, string Name) Tile(Visitor visitor, string view) => TileOf(visitor, view) is var tile ? (tile.Groups[2].Value, tile.Groups[3].Value) : default;

    static string TileClass(Visitor visitor, string view) => TileOf(visitor, view).Groups[1].Value.Trim();

    static Match TileOf(Visitor visitor, string view) => Tiles().Matches(visitor.Text).First(tile => tile.Value.Contains($"toon={view}\"", StringComparison.Ordinal));

    [GeneratedRegex("""<h3 class="utrecht-heading-3"><a [^>]*href="/regie/([^"]+)">""")]
    private static partial Regex Card();

    [GeneratedRegex("""<a class="(tile[^"]*)" href="[^"]*"[^>]*>\s*<span class="tile__count">([^<]*)</span>\s*<span class="tile__name">([^<]*)</span>""")]
    private static partial Regex Tiles();

    [GeneratedRegex("""rel="next" href="([^"]+)">""")]
    private static partial Regex Next();
}
