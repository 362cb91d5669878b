using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.Playwright;
using Workflows.Benchmarks.Figures;
using Workflows.Browser.Tests.Chromium;
using Workflows.Functions.Storage;
using Workflows.Referrals.Tests.Simulation;

namespace Workflows.Browser.Tests;

/// <summary>The app and one browser, for all tests of this project. Each test opens windows of its own, with their own cookies.</summary>
public sealed class Screen : IAsyncLifetime
{
    AzuriteProcess azurite = null!;
    IPlaywright playwright = null!;
    IBrowser browser = null!;
    IReadOnlyDictionary<string, string> lived = null!;

    /// <summary>The running app; its clock starts on a Monday morning.</summary>
    internal RunningApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        azurite = await AzuriteProcess.StartAsync();
        var starting = RunningApp.StartAsync(azurite.ConnectionString);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = await ChromiumOfThisMachine.PathAsync(), Args = ChromiumOfThisMachine.Arguments });
        App = await starting;
        lived = await LivedAsync(App);
        await CountYearAsync();
    }

    /// <summary>An address with the referral in it that has come as far as the name in braces says: <c>offered</c>, <c>accepted</c>, <c>planned</c> (with a request that waits for the coordinator), <c>started</c>, <c>completed</c>, <c>told</c> (completed, with feedback that its practice has not seen), <c>waiting</c> for the coordinator, <c>duplicate</c>, or <c>parked</c>; and a <c>selection</c>.</summary>
    internal string Address(string path) => lived.Aggregate(path, (address, referral) => address.Replace($"{{{referral.Key}}}", referral.Value, StringComparison.Ordinal));

    /// <summary>An app of its own, for a test that lives through months; its clock starts on the same Monday morning.</summary>
    internal Task<RunningApp> StartAppAsync() => RunningApp.StartAsync(azurite.ConnectionString);

    /// <summary>A window of somebody: signed in as a sample person, as the client of a referral (<c>client/{started}</c>), or as nobody.</summary>
    /// <param name="user">A sample person, the client of a referral, or null for nobody.</param>
    /// <param name="path">What is opened.</param>
    /// <param name="withScript">Whether the pages may run theirs.</param>
    /// <param name="language">The language of the pages.</param>
    /// <param name="dark">Whether they are dark.</param>
    /// <param name="width">In CSS pixels.</param>
    /// <param name="scale">The pixels of a picture to one CSS pixel.</param>
    /// <param name="app">Another app than the one that all tests share.</param>
    internal async Task<IPage> OpenAsync(
        string? user = null, string path = "/", bool withScript = true, string language = "nl", bool dark = false, int width = 1280, float scale = 1, RunningApp? app = null)
    {
        var address = (app ?? App).Address.ToString();
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address,
            JavaScriptEnabled = withScript,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = language == "nl" ? "nl-NL" : "en-GB",
            TimezoneId = "Europe/Amsterdam",
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = 900 },
            DeviceScaleFactor = scale,
        });
        context.SetDefaultTimeout(15_000);
        await context.AddCookiesAsync([new() { Name = "lang", Value = language, Url = address }]);
        var page = await context.NewPageAsync();
        if (user?.StartsWith("client/", StringComparison.Ordinal) is true)
        {
            // No sample person: known by the referral, as programs on this machine name it.
            await context.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["X-Local-User"] = Address(user) });
            await page.GotoAsync(path);
        }
        else if (user is not null)
        {
            await page.GotoAsync($"/aanmelden?terug={Uri.EscapeDataString(path)}");
            await page.Locator($"button[value='{user}']").ClickAsync();
        }
        else
        {
            await page.GotoAsync(path);
        }

        return page;
    }

    /// <summary>Referrals that Anna is asked about, has, has an appointment for, supports and has brought to an end.</summary>
    static async Task<IReadOnlyDictionary<string, string>> LivedAsync(RunningApp app)
    {
        var offered = await SubmittedAsync("Aanbod");
        var accepted = await SubmittedAsync("Aangenomen");
        await accepted.DoesAsync("worker/anna", "accept");
        var planned = await SubmittedAsync("Gepland");
        await planned.DoesAsync("worker/anna", "accept");
        await planned.DoesAsync("worker/anna", "plan-handover", new { at = "2026-04-14T13:00:00+02:00", form = "consultationHour" });
        await planned.DoesAsync($"client/{planned.Id}", "request-right", new { right = "rectification", note = "Ik heet Geplant, met een t." });
        var started = await StartedAsync("Begonnen");
        await started.DoesAsync("worker/anna", "set-goal", new { text = "Weer naar het koor", score = 4 });
        await started.DoesAsync("worker/anna", "choose-arrangement", new { arrangement = "meeting", accompanied = true });
        await started.DoesAsync("worker/anna", "record-measurement", new { instrument = "who-5", answers = new[] { 1, 2, 2, 3, 1 } });
        var completed = await StartedAsync("Klaar");
        await completed.DoesAsync("worker/anna", "record-outcome", new { outcome = "completed", reason = "goalReached", arrangement = "meeting", lines = new[] { "Gaat elke week naar het eetcafe." } });
        await SharedAsync(completed, "In het begin kwam ze de deur niet uit. Nu drinkt ze elke week koffie bij de buren, en zij bij haar.", approved: true);
        await SharedAsync(completed, "Ze zei: ik word weer gegroet op straat.", approved: false);
        var told = await ToldAsync("Verteld");
        var waiting = await ReferralStory.SubmittedAsync(app, SampleReferral.Of(familyName: "Jong", birthDate: "2012-01-01"));
        var duplicate = await ReferralStory.SubmittedAsync(app, SampleReferral.Of(familyName: "Aanbod", question: "Hetzelfde, nog eens."));
        return new Dictionary<string, string>
        {
            ["offered"] = offered.Id,
            ["accepted"] = accepted.Id,
            ["planned"] = planned.Id,
            ["started"] = started.Id,
            ["completed"] = completed.Id,
            ["told"] = told.Id,
            ["waiting"] = waiting.Id,
            ["duplicate"] = duplicate.Id,
            ["parked"] = await ParkedAsync(app),
            ["selection"] = await SelectedAsync(),
        };

        Task<ReferralStory> SubmittedAsync(string familyName) => ReferralStory.SubmittedAsync(app, SampleReferral.Of(familyName: familyName));

        async Task<ReferralStory> StartedAsync(string familyName) => await StartAsync(await SubmittedAsync(familyName), "worker/anna");

        async Task SharedAsync(ReferralStory story, string text, bool approved)
        {
            await story.DoesAsync("worker/anna", "share-story", new { text, consent = true });
            if (approved)
            {
                using var client = app.As("coordinator/cora");
                var shared = await client.GetFromJsonAsync<JsonElement>("/api/insights/stories");
                await story.DoesAsync("coordinator/cora", "approve-story", new { story = shared[0].GetProperty("id").GetString() });
            }
        }

        // Its practice has no system that would acknowledge by itself.
        async Task<ReferralStory> ToldAsync(string familyName)
        {
            var story = await ReferralStory.SubmittedAsync(app, SampleReferral.Of("01999903", organisation: "buurtwerk-noord", familyName: familyName), "01999903", "coordinator/coen");
            var worker = $"worker/{await story.WorkerAsync()}";
            await StartAsync(story, worker);
            await story.DoesAsync(worker, "record-outcome", new { outcome = "completed", reason = "goalReached", arrangement = "meeting", lines = new[] { "Gaat elke week naar het eetcafe.", "Voelt zich minder alleen." } });
            return story;
        }

        // One person as they should be, one with a day that there is not.
        async Task<string> SelectedAsync()
        {
            using var client = app.As("referrer/01999901");
            using var file = new StringContent("givenName,familyName,birthDate,reasons,phone\nRia,Gekozen,1948-03-12,Z15,0612345678\nKees,Gekozen,31-2-1961,Z01,\n", Encoding.UTF8, "text/csv");
            using var answer = await client.PostAsync("/api/selections", file);
            return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        }

        static async Task<ReferralStory> StartAsync(ReferralStory story, string worker)
        {
            await story.DoesAsync(worker, "accept");
            await story.DoesAsync(worker, "plan-handover", new { at = "2026-04-14T13:00:00+02:00", form = "phone" });
            await story.DoesAsync(worker, "record-handover", new { result = "held" });
            return story;
        }
    }

    /// <summary>So that there are figures: a simulated year of Welzijn Zuid.</summary>
    async Task CountYearAsync()
    {
        var tables = new Tables(new TableServiceClient(azurite.ConnectionString), App.Prefix);
        await CountedYear.KeepAsync(new(tables, TimeProvider.System), new(tables), CountedYear.Facts(Place.Two[0], 400));
    }

    /// <summary>What a form sends whose birth date nobody can read.</summary>
    static async Task<string> ParkedAsync(RunningApp app)
    {
        const string Form = """
            { "forms": [ { "id": "portal", "name": "Zorgportaal", "tool": "json", "organisation": "welzijn-zuid", "practice": "01999901", "fields": [
              { "to": "/referrer/name", "from": ["/doctor"] }, { "to": "/referrer/role", "value": "gp" }, { "to": "/referrer/phone", "value": "+31101234567" },
              { "to": "/client/givenName", "from": ["/first"] }, { "to": "/client/familyName", "from": ["/last"] }, { "to": "/client/birthDate", "from": ["/born"] }, { "to": "/client/phone", "value": "+31612345678" },
              { "to": "/reasons", "from": ["/codes"] }, { "to": "/consent/ground", "value": "publicTask" }, { "to": "/consent/recordedAt", "value": "2026-04-10T10:00:00+02:00" }, { "to": "/consent/shareContentWithReferrer", "value": "true" } ] } ] }
            """;
        using var administrator = app.As("administrator/admin");
        using var imported = await administrator.PutAsync("/api/directory", new StringContent(Form, Encoding.UTF8, "application/json"));
        Assert.True(imported.IsSuccessStatusCode, await imported.Content.ReadAsStringAsync());

        using var tool = new HttpClient { BaseAddress = app.Address, DefaultRequestHeaders = { { "Authorization", "Bearer local-form-key" } } };
        using var parked = await tool.PostAsJsonAsync("/api/intake/portal", new { doctor = "dr. M. de Wit", first = "Ria", last = "Kwijt", born = "12 maart '48", codes = new[] { "Z15" }, pets = 2 });
        return (await parked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    public async Task DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
        await App.DisposeAsync();
        azurite.Dispose();
    }
}

/// <summary>All tests share one app and one browser.</summary>
[CollectionDefinition(nameof(Screens))]
public sealed class Screens : ICollectionFixture<Screen>;
