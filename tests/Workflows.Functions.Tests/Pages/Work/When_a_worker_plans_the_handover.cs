using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Workflows.Functions.Tests.Pages.Coordinate;

namespace Workflows.Functions.Tests.Pages.Work;

public sealed partial class When_a_worker_plans_the_handover(PagesApp app) : IClassFixture<PagesApp>
{
    [Fact]
    public async Task No_free_slot_is_chosen_beforehand_and_one_is_a_choice()
    {
        var (worker, page, form) = await AskedAsync();
        using var _ = worker;
        Assert.NotEmpty(Slots().Matches(worker.Html));
        Assert.DoesNotContain("checked", Slots().Match(worker.Html).Value, StringComparison.Ordinal);

        await worker.SubmitAsync(page, form);
        Assert.Contains("id=\"veld-at-fout\">Maak een keuze.", worker.Text, StringComparison.Ordinal);

        var slot = Slots().Match(worker.Text).Groups[1].Value;
        await worker.SubmitAsync(page, form, ("at", slot));
        Assert.Equal(303, worker.Status);
        Assert.Equal(DateTimeOffset.Parse(slot, CultureInfo.InvariantCulture), await HandoverAsync(page));
    }

    [Theory]
    [InlineData("")]
    [InlineData("other")]
    public async Task Another_day_and_time_are_the_moment_whether_or_not_somebody_also_says_that_it_is_another(string slot)
    {
        var (worker, page, form) = await AskedAsync();
        using var _ = worker;

        await worker.SubmitAsync(page, form, ("at", slot), ("day", "16-4-2026"), ("time", "15.30"));

        Assert.Equal(303, worker.Status);
        Assert.Equal(new DateTimeOffset(2026, 4, 16, 15, 30, 0, TimeSpan.FromHours(2)), await HandoverAsync(page));
    }

    [Fact]
    public async Task Of_a_slot_and_another_moment_none_is_booked_and_the_form_asks_which()
    {
        var (worker, page, form) = await AskedAsync();
        using var _ = worker;

        await worker.SubmitAsync(page, form, ("at", Slots().Match(worker.Text).Groups[1].Value), ("day", "16-4-2026"), ("time", "15:30"));

        Assert.Equal(422, worker.Status);
        Assert.Contains("id=\"veld-other-fout\">U koos een vrije plek en vulde ook een ander moment in.", worker.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"16-4-2026\"", worker.Html, StringComparison.Ordinal);
        Assert.Null(await HandoverAsync(page));
    }

    [Theory]
    [InlineData("", "", "day")]
    [InlineData("", "15:30", "day")]
    [InlineData("16-4-2026", "", "time")]
    [InlineData("16-4-2026", "half vier", "time")]
    [InlineData("1-4-2026", "15:30", "day")]
    public async Task What_is_missing_or_past_in_another_moment_is_said_at_its_own_field(string day, string time, string field)
    {
        var (worker, page, form) = await AskedAsync();
        using var _ = worker;

        await worker.SubmitAsync(page, form, ("at", "other"), ("day", day), ("time", time));

        Assert.Equal(422, worker.Status);
        Assert.Contains($"id=\"veld-{field}-fout\"", worker.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"veld-at-fout\"", worker.Html, StringComparison.Ordinal);
    }

    async Task<(Visitor Worker, string Page, (string, string) Form)> AskedAsync()
    {
        var id = await app.ReferAsync();
        var user = $"worker/{await app.WorkerAsync(id)}";
        await app.GiveAsync(user, id, "accept");
        var worker = app.Visitor();
        await worker.SignInAsync(user);
        var page = $"/werk/{id}/plan-handover";
        await worker.OpenAsync(page);
        return (worker, page, ("form", "phone"));
    }

    async Task<DateTimeOffset?> HandoverAsync(string page)
    {
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));
        return (await app.SummaryAsync(page.Split('/')[2])).GetProperty("handoverAt").Deserialize<DateTimeOffset?>();
    }

    [GeneratedRegex("""<input [^>]*type="radio" name="at" value="([^"]*)"[^>]*>""")]
    private static partial Regex Slots();
}
