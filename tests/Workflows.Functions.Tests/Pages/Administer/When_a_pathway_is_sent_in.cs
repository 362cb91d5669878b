using Workflows.Functions.Directory;
using Workflows.Functions.Tests.Pages.Coordinate;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Pathways;

namespace Workflows.Functions.Tests.Pages.Administer;

public sealed class When_a_pathway_is_sent_in(PagesApp app) : IClassFixture<PagesApp>
{
    const string Pathways = "/gids/welzijn-zuid/werkprocessen";
    const string File = "bestand";

    [Fact]
    public async Task A_version_is_read_clearly_with_what_it_means_for_a_referral_of_today_and_why()
    {
        using var cora = await app.CoordinatorAsync();

        await cora.OpenAsync($"{Pathways}/default.1");

        Assert.Contains("<dt>Antwoord binnen</dt><dd>2 werkdagen</dd>", cora.Text, StringComparison.Ordinal);
        Assert.Contains("<dt>Herinneringen na</dt><dd>2 weken, 6 weken, 3 maanden</dd>", cora.Text, StringComparison.Ordinal);
        Assert.Contains("woensdag 15 april 2026, 17:00", cora.Text, StringComparison.Ordinal);
        Assert.Contains("2 weekenden en Koningsdag (27 april) overgeslagen", cora.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_leaves_as_a_file_that_comes_in_again()
    {
        using var cora = await app.CoordinatorAsync();

        await cora.OpenAsync($"{Pathways}/default.1/bestand");

        Assert.Equal(Pathway.Default, PathwayFile.Read(cora.Html).Pathway);
    }

    [Fact]
    public async Task First_it_is_shown_what_it_means_and_only_then_it_is_stored()
    {
        var (file, own) = Next(21);
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync(Pathways);

        await cora.SubmitFileAsync(Pathways, File, file);
        Assert.Equal(200, cora.Status);
        Assert.Contains("het is nog niet opgeslagen", cora.Text, StringComparison.Ordinal);
        Assert.Contains("<dt>Antwoord binnen</dt><dd>3 werkdagen</dd>", cora.Text, StringComparison.Ordinal);
        Assert.Contains("donderdag 16 april 2026, 17:00", cora.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(own, await StoredAsync());

        var seen = cora.Html;
        for (var time = 0; time < 2; time++)
        {
            cora.GoBackTo(seen);
            await cora.SubmitAsync(Pathways);
            Assert.Equal((303, $"{Pathways}/default.21?gedaan=werkproces"), (cora.Status, cora.Location));
        }

        Assert.Single(await StoredAsync(), own);
        await cora.OpenAsync(Pathways);
        Assert.Contains("default/21", cora.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_wrong_is_named_by_line_with_what_stands_there()
    {
        var file = Next(22).File.Replace("\"3 wd\"", "\"soon\"", StringComparison.Ordinal);
        var line = file[..file.IndexOf("soon", StringComparison.Ordinal)].Count(character => character == '\n') + 1;
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync(Pathways);

        await cora.SubmitFileAsync(Pathways, File, file);

        Assert.Equal(422, cora.Status);
        Assert.Contains($"<th scope=\"row\">{line}</th>", cora.Text, StringComparison.Ordinal);
        Assert.Contains("<code>\"respond\": \"soon\",</code>", cora.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"veld-bestand-fout\"", cora.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Kies een bestand.")]
    [InlineData("{", "Er klopt nog iets niet, op 1 plaats(en).")]
    public async Task What_is_no_file_is_told(string file, string words)
    {
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync(Pathways);

        await cora.SubmitFileAsync(Pathways, File, file);

        Assert.Equal(422, cora.Status);
        Assert.Contains(words, cora.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_is_there_does_not_change_any_more()
    {
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync(Pathways);

        await cora.SubmitFileAsync(Pathways, File, Next(1).File);

        Assert.Equal(422, cora.Status);
        Assert.Contains("Maak een volgende versie.", cora.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("default/1", (await StoredAsync()).Select(pathway => pathway.VersionLabel));
    }

    [Fact]
    public async Task Personal_data_do_not_travel_in_it()
    {
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync(Pathways);

        await cora.SubmitFileAsync(Pathways, File, Next(23).File.Replace("\"nl\": \"Welzijn op Recept\"", "\"nl\": \"Bel Ria op 06-12345678\"", StringComparison.Ordinal));

        Assert.Equal(422, cora.Status);
        Assert.DoesNotContain("default/23", (await StoredAsync()).Select(pathway => pathway.VersionLabel));
    }

    static (string File, Pathway Pathway) Next(int version)
    {
        var own = Pathway.Default with { Version = version, Offer = Pathway.Default.Offer with { Respond = Term.WorkingDays(3) } };
        return (PathwayFile.Write(own), own);
    }

    async Task<IEnumerable<Pathway>> StoredAsync() => (await app.Get<DirectoryStore>().OrganisationAsync("welzijn-zuid"))!.Pathways;
}
