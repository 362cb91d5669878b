using System.Text.Json;
using Workflows.Functions.Audit;
using Workflows.Functions.Directory;
using Workflows.Functions.Insights.Reports;
using Workflows.Functions.Insights.Stories;
using Workflows.Functions.Referrals;
using Workflows.Functions.Retention;
using Workflows.Functions.Storage;
using Workflows.Referrals.Insights.Disclosure;

namespace Workflows.Functions.Tests.Insights;

public sealed class When_a_story_is_shared(WholeApp app) : IClassFixture<WholeApp>
{
    const string Told = "Ria Jansen vond met Anna Verbeek het eetcafé. Haar nummer is 111222333.";

    [Fact]
    public async Task The_coordinator_reads_it_without_names_and_the_look_is_recorded()
    {
        var (referral, story) = await SharedAsync();

        var read = await StoryAsync(story);

        Assert.Equal("[naam] [naam] vond met [naam] [naam] het eetcafé. Haar nummer is [BSN verwijderd].", read!.Value.GetProperty("text").GetString());
        Assert.Equal((referral, "worker", false), (read.Value.GetProperty("referral").GetString(), read.Value.GetProperty("by").GetString(), read.Value.GetProperty("isApproved").GetBoolean()));
        Assert.Contains(await AuditedAsync(), entry => entry.Event == AuditEvents.StoriesRead && entry.Referral == referral && entry.User == "cora");
        Assert.Equal(200, (await app.CallAsync("coordinator/cora", "POST", $"/api/referrals/{referral}/commands/approve-story", new { story })).Status);
        Assert.True((await StoryAsync(story))!.Value.GetProperty("isApproved").GetBoolean());
    }

    [Fact]
    public async Task Without_consent_it_is_refused_and_nothing_of_it_is_kept()
    {
        var referral = await InSupportAsync();

        Assert.Equal(409, (await ShareAsync(referral, consent: false)).Status);

        Assert.DoesNotContain(await StoriesAsync(), story => story.GetProperty("referral").GetString() == referral);
    }

    [Fact]
    public async Task What_is_taken_back_leaves_the_list_and_the_dossier()
    {
        var (referral, story) = await SharedAsync();
        var section = (await ListedAsync(referral)).Story.Text;
        Assert.NotNull(await app.Get<DossierStore>().ReadAsync(referral, section));

        Assert.Equal(200, (await app.CallAsync("worker/anna", "POST", $"/api/referrals/{referral}/commands/withdraw-story", new { story })).Status);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Null(await StoryAsync(story));
        Assert.Null(await app.Get<DossierStore>().ReadAsync(referral, section));
    }

    [Fact]
    public async Task Beside_the_figures_it_stands_from_the_approval_until_it_is_taken_back()
    {
        var before = (await BesideFiguresAsync()).Count;
        var (referral, story) = await SharedAsync();
        Assert.Equal(before, (await BesideFiguresAsync()).Count);

        await app.CallAsync("coordinator/cora", "POST", $"/api/referrals/{referral}/commands/approve-story", new { story });
        var shown = await BesideFiguresAsync();
        Assert.Equal(before + 1, shown.Count);
        Assert.DoesNotContain("Anna", shown[^1].Text, StringComparison.Ordinal);

        await app.CallAsync("worker/anna", "POST", $"/api/referrals/{referral}/commands/withdraw-story", new { story });
        Assert.Equal(before, (await BesideFiguresAsync()).Count);
    }

    [Fact]
    public async Task It_goes_with_the_dossier()
    {
        var (referral, story) = await SharedAsync();

        await app.Get<Erasure>().EraseAsync(referral);

        Assert.Null(await StoryAsync(story));
    }

    [Theory]
    [InlineData("funder/gemeente")]
    [InlineData("worker/bram")]
    [InlineData("administrator/admin")]
    public async Task Nobody_but_a_coordinator_reads_them_and_who_tries_stands_in_the_log(string caller)
    {
        Assert.Equal(403, (await app.CallAsync(caller, "GET", "/api/insights/stories")).Status);
        Assert.Contains(await AuditedAsync(caller.StartsWith("worker", StringComparison.Ordinal) ? "welzijn-zuid" : AuditMonth.App), entry => entry.Event == AuditEvents.StoriesRead && entry.Refusal == AuditRefusals.Role);
    }

    async Task<(string Referral, string Story)> SharedAsync()
    {
        var referral = await InSupportAsync();
        Assert.Equal(200, (await ShareAsync(referral, consent: true)).Status);
        return (referral, (await ListedAsync(referral)).Story.Id);
    }

    Task<WholeApp.Answer> ShareAsync(string referral, bool consent) =>
        app.CallAsync("worker/anna", "POST", $"/api/referrals/{referral}/commands/share-story", new { text = Told, consent });

    async Task<string> InSupportAsync()
    {
        var referral = await app.SubmitAsync();
        await app.CallAsync("worker/anna", "POST", $"/api/referrals/{referral}/commands/accept");
        await app.CallAsync("worker/anna", "POST", $"/api/referrals/{referral}/commands/plan-handover", new { at = app.Get<TimeProvider>().GetUtcNow().AddHours(2), form = "phone" });
        await app.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(200, (await app.CallAsync("worker/anna", "POST", $"/api/referrals/{referral}/commands/record-handover", new { result = "held" })).Status);
        return referral;
    }

    async Task<IReadOnlyList<StoryView>> BesideFiguresAsync() =>
        await app.Get<StoryReader>().ApprovedAsync((await app.Get<DirectoryStore>().OrganisationAsync("welzijn-zuid"))!, new Period(DateOnly.MinValue, DateOnly.MaxValue, DateOnly.MaxValue));

    async Task<ListedStory> ListedAsync(string referral) =>
        (await app.Get<ListStore>().AllAsync(ReferralLists.Stories("welzijn-zuid", approved: false)).Select(ReferralJson.ReadListedStory).ToListAsync()).Single(listed => listed.Referral == referral);

    async Task<JsonElement?> StoryAsync(string id) => (await StoriesAsync()).Select(story => (JsonElement?)story).FirstOrDefault(story => story!.Value.GetProperty("id").GetString() == id);

    async Task<IReadOnlyList<JsonElement>> StoriesAsync()
    {
        var answer = await app.CallAsync("coordinator/cora", "GET", "/api/insights/stories");
        Assert.Equal(200, answer.Status);
        return [.. answer.Json.EnumerateArray()];
    }

    async Task<List<AuditEntry>> AuditedAsync(string organisation = "welzijn-zuid") =>
        await app.Get<AuditTable>().EntriesAsync(AuditMonth.At(organisation, app.Get<TimeProvider>().GetUtcNow())).ToListAsync();
}
