using Workflows.Functions.Directory;
using Workflows.Functions.Tests.Pages.Coordinate;
using Workflows.Referrals.Matching;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Pages.Administer;

/// <summary>Each test has an app of its own: an absence changes who gets which referral.</summary>
public sealed class When_somebody_is_away : IAsyncLifetime
{
    const string Anna = "/gids/welzijn-zuid/mensen/anna";
    static readonly DateOnly Today = new(2026, 4, 13);

    readonly PagesApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task An_absence_that_is_entered_takes_effect_at_once_as_by_the_API()
    {
        var referral = await app.ReferAsync();
        await app.GiveAsync("worker/anna", referral, "accept");
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync($"{Anna}/afwezigheid");

        await cora.SubmitAsync($"{Anna}/afwezigheid", ("from", "13-4-2026"), ("until", "17-4-2026"), ("deputy", "carla"));
        Assert.Equal((303, $"{Anna}?gedaan=afwezigheid"), (cora.Status, cora.Location));
        await cora.OpenAsync(cora.Location!);
        Assert.Contains("13-4-2026 tot en met 17-4-2026;", cora.Text, StringComparison.Ordinal);
        Assert.Contains("Carla Mendes valt in.", cora.Text, StringComparison.Ordinal);

        await app.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("carla", await app.WorkerAsync(referral));
        await cora.OpenAsync("/gids/welzijn-zuid");
        Assert.Contains("utrecht-status-badge--warning\">Afwezig</span>", cora.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_twice_it_is_one_absence_and_of_two_coordinators_at_once_the_second_is_told()
    {
        using var cora = await app.CoordinatorAsync();
        using var other = await app.CoordinatorAsync();
        await cora.OpenAsync($"{Anna}/afwezigheid");
        await other.OpenAsync($"{Anna}/afwezigheid");
        var form = cora.Html;
        for (var time = 0; time < 2; time++)
        {
            cora.GoBackTo(form);
            await cora.SubmitAsync($"{Anna}/afwezigheid", ("from", "2026-07-01"), ("until", "2026-07-14"), ("deputy", "bram"));
            Assert.Equal(303, cora.Status);
        }

        await other.SubmitAsync($"{Anna}/afwezigheid", ("from", "2026-08-01"), ("until", ""), ("deputy", ""));
        Assert.Equal(409, other.Status);
        Assert.Contains("value=\"2026-08-01\"", other.Html, StringComparison.Ordinal);
        Assert.Equal([new(new(2026, 7, 1), new(2026, 7, 14), "bram")], await AbsencesAsync());

        await other.SubmitAsync($"{Anna}/afwezigheid", ("from", "2026-08-01"), ("until", ""), ("deputy", ""));
        Assert.Equal(303, other.Status);
        Assert.Equal([new(new(2026, 7, 1), new(2026, 7, 14), "bram"), new(new(2026, 8, 1), null, null)], await AbsencesAsync());
    }

    [Fact]
    public async Task One_that_stands_is_changed()
    {
        using var cora = await app.CoordinatorAsync();
        await EnterAsync(cora, "2026-07-01", "2026-07-14", "bram");
        await cora.OpenAsync($"{Anna}/afwezigheid/0");
        Assert.Contains("value=\"2026-07-14\"", cora.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"bram\" selected", cora.Html, StringComparison.Ordinal);

        await cora.SubmitAsync($"{Anna}/afwezigheid/0", ("from", "2026-07-01"), ("until", "2026-07-21"), ("deputy", "carla"));

        Assert.Equal([new(new(2026, 7, 1), new(2026, 7, 21), "carla")], await AbsencesAsync());
    }

    [Fact]
    public async Task Who_is_back_was_away_until_yesterday_and_what_had_not_begun_never_was()
    {
        using var cora = await app.CoordinatorAsync();
        await EnterAsync(cora, "2026-04-07", "", "bram");
        await EnterAsync(cora, "2026-07-01", "2026-07-14", "bram");
        await EnterAsync(cora, "2026-04-13", "", "");

        await EndAsync(cora, 0);
        Assert.Equal(new(new(2026, 4, 7), Today.AddDays(-1), "bram"), (await AbsencesAsync())[0]);
        await EndAsync(cora, 2);
        await EndAsync(cora, 1);
        Assert.Equal([new(new(2026, 4, 7), Today.AddDays(-1), "bram")], await AbsencesAsync());

        await cora.OpenAsync(Anna);
        Assert.Contains("Er staat geen afwezigheid.", cora.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "", "from")]
    [InlineData("2026-07-14", "2026-07-01", "", "until")]
    [InlineData("2026-07-01", "ooit", "", "until")]
    [InlineData("2026-07-01", "", "niemand", "deputy")]
    [InlineData("2026-07-01", "", "anna", "deputy")]
    public async Task What_is_wrong_is_named_beside_the_field_and_nothing_changes(string from, string until, string deputy, string field)
    {
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync($"{Anna}/afwezigheid");

        await cora.SubmitAsync($"{Anna}/afwezigheid", ("from", from), ("until", until), ("deputy", deputy));

        Assert.Equal(422, cora.Status);
        Assert.Contains($"id=\"veld-{field}-fout\"", cora.Html, StringComparison.Ordinal);
        Assert.Empty(await AbsencesAsync());
    }

    static async Task EnterAsync(Visitor visitor, string from, string until, string deputy)
    {
        await visitor.OpenAsync($"{Anna}/afwezigheid");
        await visitor.SubmitAsync($"{Anna}/afwezigheid", ("from", from), ("until", until), ("deputy", deputy));
        Assert.Equal(303, visitor.Status);
    }

    static async Task EndAsync(Visitor visitor, int number)
    {
        await visitor.OpenAsync($"{Anna}/afwezigheid/{number}");
        await visitor.SubmitAsync($"{Anna}/afwezigheid/{number}", ("end", "1"));
        Assert.Equal(303, visitor.Status);
    }

    async Task<ValueList<Absence>> AbsencesAsync() => (await app.Get<DirectoryStore>().OrganisationAsync("welzijn-zuid"))!.Worker("anna")!.Absences;
}
