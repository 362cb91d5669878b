using Workflows.Functions.Directory;
using Workflows.Functions.Tests.Pages.Coordinate;

namespace Workflows.Functions.Tests.Pages.Administer;

public sealed class When_agreements_and_closing_days_are_kept(PagesApp app) : IClassFixture<PagesApp>
{
    const string Zuid = "/gids/welzijn-zuid";

    [Fact]
    public async Task What_was_agreed_is_read_clearly_and_without_secrets()
    {
        using var cora = await app.CoordinatorAsync();

        await cora.OpenAsync($"{Zuid}/afspraken");

        Assert.Contains("naar het systeem localhost, en anders een seintje naar assistent@delinde.example", cora.Text, StringComparison.Ordinal);
        Assert.Contains("dinsdag van 13:00 tot 15:00, 30 minuten per gesprek, Spreekkamer 3, De Linde", cora.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"default.1\" selected", cora.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", cora.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_pathway_is_chosen_for_new_referrals_and_all_else_that_was_agreed_stays()
    {
        var before = (await OrganisationAsync()).AgreementWith("01999902")!;
        using var cora = await app.CoordinatorAsync();
        using var other = await app.CoordinatorAsync();
        await cora.OpenAsync($"{Zuid}/afspraken");
        await other.OpenAsync($"{Zuid}/afspraken");

        await cora.SubmitAsync($"{Zuid}/afspraken/01999902", ("pathway", "fall-prevention.1"));
        Assert.Equal($"{Zuid}/afspraken?gedaan=afspraak", cora.Location);
        Assert.Equal(before with { Pathway = new("fall-prevention", 1) }, (await OrganisationAsync()).AgreementWith("01999902"));

        await other.SubmitAsync($"{Zuid}/afspraken/01999902", ("pathway", "caregiver-support.1"));
        Assert.Equal(409, other.Status);
        Assert.Contains("value=\"fall-prevention.1\" selected", other.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("default.9")]
    [InlineData("default")]
    [InlineData("")]
    public async Task A_pathway_that_does_not_exist_is_not_chosen(string pathway)
    {
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync($"{Zuid}/afspraken");

        await cora.SubmitAsync($"{Zuid}/afspraken/01999901", ("pathway", pathway));

        Assert.Equal(422, cora.Status);
        Assert.Equal(new("default", 1), (await OrganisationAsync()).AgreementWith("01999901")!.Pathway);
    }

    [Fact]
    public async Task Closing_days_are_written_one_a_line_and_shown_among_the_days_off()
    {
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync($"{Zuid}/sluitingsdagen");
        Assert.Contains("maandag 27 april 2026 <span class=\"quiet\">Koningsdag</span>", cora.Text, StringComparison.Ordinal);

        await cora.SubmitAsync($"{Zuid}/sluitingsdagen", ("days", "24-12-2026\r\n15-5-2026\r\n\r\n24-12-2026"));
        Assert.Equal($"{Zuid}/sluitingsdagen?gedaan=sluitingsdagen", cora.Location);
        Assert.Equal([new(2026, 5, 15), new(2026, 12, 24)], (await OrganisationAsync()).ClosingDays);
        await cora.OpenAsync(cora.Location!);
        Assert.Contains("15-5-2026\n24-12-2026</textarea>", cora.Text, StringComparison.Ordinal);
        Assert.Contains("vrijdag 15 mei 2026 <span class=\"quiet\">sluitingsdag</span>", cora.Text, StringComparison.Ordinal);
        Assert.NotNull((await OrganisationAsync()).AgreementWith("01999901")!.Feedback.Callback!.Secrets);
    }

    [Fact]
    public async Task A_line_that_is_no_day_is_named_and_of_two_at_once_the_second_is_told()
    {
        using var cora = await app.CoordinatorAsync("coen");
        using var other = await app.CoordinatorAsync("coen");
        const string Noord = "/gids/buurtwerk-noord/sluitingsdagen";
        await cora.OpenAsync(Noord);
        await other.OpenAsync(Noord);

        await cora.SubmitAsync(Noord, ("days", "24-12-2026\nkerst"));
        Assert.Equal(422, cora.Status);
        Assert.Contains("id=\"veld-days-fout\">Regel 2 is geen dag.", cora.Text, StringComparison.Ordinal);
        Assert.Contains("24-12-2026\nkerst</textarea>", cora.Text, StringComparison.Ordinal);

        await cora.SubmitAsync(Noord, ("days", "24-12-2026"));
        await other.SubmitAsync(Noord, ("days", "31-12-2026"));
        Assert.Equal(409, other.Status);
        Assert.Contains("31-12-2026</textarea>", other.Text, StringComparison.Ordinal);
    }

    async Task<Organisation> OrganisationAsync() => (await app.Get<DirectoryStore>().OrganisationAsync("welzijn-zuid"))!;
}
