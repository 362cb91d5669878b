using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Workflows.Browser.Tests;

/// <summary>The whole life of a referral on the screens: each of the four has a browser of their own, and sees there what the others did.</summary>
[Collection(nameof(Screens))]
public sealed partial class When_four_people_see_a_referral_through(Screen screen)
{
    const string OfThePractice = "dewit@praktijk.example";
    const string OfTheWorker = "anna@welzijn-zuid.example";
    const string OfTheCoordinator = "cora@welzijn-zuid.example";
    const string OfTheClient = "+31612345678";

    static readonly string[] FiveLines = ["Gaat elke week naar het eetcafé.", "Zingt weer in het koor.", "Slaapt beter.", "Heeft twee buren leren kennen.", "Gaat zelf verder."];

    RunningApp app = null!;
    IPage practice = null!;
    IPage worker = null!;
    IPage coordinator = null!;
    IPage client = null!;
    string letterNumber = "";

    /// <summary>With script, as nearly everybody has it; the full run also without.</summary>
    public static IEnumerable<object[]> Script => Environment.GetEnvironmentVariable("WORKFLOWS_FULL") == "1" ? [[true], [false]] : [[true]];

    [Theory]
    [MemberData(nameof(Script))]
    public async Task Each_does_their_part_and_sees_what_the_others_did(bool withScript)
    {
        app = await screen.StartAppAsync();
        await using var running = app;
        await ThePracticeHasNoSystemAsync();
        (practice, worker, coordinator, client) = (await OpenAsync("referrer/01999901"), await OpenAsync(), await OpenAsync(), await OpenAsync());

        await ThePracticeRefersAndPrintsTheLetterAsync();
        await TheWorkerFollowsTheMailAndAcceptsAsync();
        var moment = await ThePlansAreMadeForTheConsultationHourAsync();
        await TheClientComesWithTheLetterAndSeesTheAppointmentAsync(moment);
        await TheyMeetAndAgreeOnAGoalAsync();
        await WorkerAndPracticeWriteToEachOtherAsync();
        await TheClientAsksSomethingAndTheCoordinatorAnswersAsync();
        await TheClientTellsHowItWasAndTheCoordinatorPublishesItAsync();
        await TheWorkerReadsWhatTheGpWillReadAndEndsItAsync(withScript);
        await ThePracticeReadsTheFiveLinesAndTheOthersSeeThatAsync();
        await AfterMonthsTheClientIsAskedHowItIsAndTheWorkerSeesItAsync();
        await TheStoryStandsBesideTheFiguresAsync();

        Task<IPage> OpenAsync(string? user = null) => screen.OpenAsync(user, withScript: withScript, app: app);
    }

    async Task ThePracticeRefersAndPrintsTheLetterAsync()
    {
        await FollowAsync(practice, "Nieuwe verwijzing");
        await FilledInForm.FillAsync(practice);
        await practice.GetByLabel("Postcode").FillAsync("3011 ED");
        await practice.GetByLabel("Uw vraag of toelichting").FillAsync("Weduwe sinds vorig jaar, komt weinig buiten.");
        await PressAsync(practice, "Verwijzing versturen");
        await FollowAsync(practice, "Brief voor uw cliënt bekijken en afdrukken");

        await practice.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(practice.GetByRole(AriaRole.Navigation)).Not.ToBeVisibleAsync();
        var letter = await practice.Locator(".letter").InnerTextAsync();
        await practice.EmulateMediaAsync(new() { Media = Media.Screen });
        Assert.DoesNotContain("Jansen", letter, StringComparison.Ordinal);
        letterNumber = LetterNumber().Match(letter).Value;
    }

    async Task TheWorkerFollowsTheMailAndAcceptsAsync()
    {
        await OpenMessageAsync(worker, OfTheWorker, "Er wacht een verwijzing op uw antwoord");
        await SignInAsync(worker, "worker/anna");
        await FollowAsync(worker, "Toon gegevens");
        await SeesAsync(worker, "Weduwe sinds vorig jaar, komt weinig buiten.");
        await PressAsync(worker, "Ik neem de verwijzing aan");
        await SeesAsync(worker, "De verwijzing is van u.");

        await OpenMessageAsync(practice, OfThePractice, "Er is een terugkoppeling voor u");
        await SeesAsync(practice, "Anna Verbeek maakt een afspraak om kennis te maken.");
    }

    async Task<string> ThePlansAreMadeForTheConsultationHourAsync()
    {
        await FollowAsync(worker, "Overdracht plannen");
        var first = worker.Locator("label", new() { Has = worker.Locator("[name='at']") }).First;
        var moment = (await first.InnerTextAsync()).Trim();
        await first.ClickAsync();
        await ChooseAsync(worker, "In het spreekuur");
        await PressAsync(worker, "Overdracht plannen");
        await SeesAsync(worker, "De overdracht is gepland.");

        await FollowAsync(practice, "Spreekuur");
        await practice.Locator(".slot--taken").ClickAsync();
        await SeesAsync(practice, $"Anna Verbeek en de cliënt maken kennis op {moment}.");
        return moment;
    }

    async Task TheClientComesWithTheLetterAndSeesTheAppointmentAsync(string moment)
    {
        await ComeWithTheLetterAsync();
        await SeesAsync(client, "U heeft een afspraak met Anna Verbeek van Welzijn Zuid.");
        await SeesAsync(client, moment);
        await SeesAsync(client, "Waar: Spreekkamer 3, De Linde");
    }

    async Task TheyMeetAndAgreeOnAGoalAsync()
    {
        await app.AdvanceAsync("P1DT6H");
        await FollowAsync(worker, "Vastleggen hoe de overdracht ging");
        await ChooseAsync(worker, "Het gesprek is geweest");
        await PressAsync(worker, "Vastleggen");

        await FollowAsync(worker, "Doel van de cliënt");
        await worker.GetByLabel("Wat wil de cliënt bereiken?").FillAsync("Weer in het koor zingen.");
        await worker.GetByLabel("Hoe dichtbij is dat nu?").FillAsync("4");
        await PressAsync(worker, "Vastleggen");
        await FollowAsync(worker, "Arrangement kiezen");
        await ChooseAsync(worker, "Ontmoeten");
        await ChooseAsync(worker, "Ja");
        await PressAsync(worker, "Vastleggen");
        await MeasureAsync("Soms (1)", "20");

        await ComeWithTheLetterAsync();
        await SeesAsync(client, "U bent aan de slag, samen met Anna Verbeek van Welzijn Zuid.");
    }

    async Task WorkerAndPracticeWriteToEachOtherAsync()
    {
        await FollowAsync(worker, "Berichten met de verwijzer");
        await worker.GetByLabel("Uw bericht").FillAsync("Mag zij meedoen met zwemmen?");
        await PressAsync(worker, "Bericht versturen");

        await OpenMessageAsync(practice, OfThePractice, "Er is een bericht voor u");
        await FollowAsync(practice, "Berichten met de welzijnscoach");
        await SeesAsync(practice, "Mag zij meedoen met zwemmen?");
        await practice.GetByLabel("Uw bericht").FillAsync("Ja, graag zelfs.");
        await PressAsync(practice, "Bericht versturen");

        await OpenMessageAsync(worker, OfTheWorker, "Er is een bericht voor u");
        await FollowAsync(worker, "Berichten met de verwijzer");
        await SeesAsync(worker, "Ja, graag zelfs.");
        await FollowAsync(worker, "Terug naar de verwijzing");
    }

    async Task TheClientAsksSomethingAndTheCoordinatorAnswersAsync()
    {
        await FollowAsync(client, "Rechten");
        await FollowAsync(client, "Iets laten verbeteren");
        await client.GetByLabel("Wat klopt er niet, en hoe is het wel?").FillAsync("Ik heet Janssen, met twee keer een s.");
        await PressAsync(client, "Vraag om verbetering");

        await OpenMessageAsync(coordinator, OfTheCoordinator, "Een privacyverzoek vraagt om uw antwoord");
        await SignInAsync(coordinator, "coordinator/cora");
        await FollowAsync(coordinator, "Gegevens van de cliënt verbeteren");
        await coordinator.GetByLabel("Achternaam").FillAsync("Janssen");
        await PressAsync(coordinator, "Vastleggen");
        await FollowAsync(coordinator, "Regie");
        await FollowAsync(coordinator, "Antwoorden");
        await ChooseAsync(coordinator, "Ja");
        await PressAsync(coordinator, "Antwoord versturen");
        await FollowAsync(coordinator, "Regie");
        await SeesAsync(coordinator, "Niets: alles loopt zoals afgesproken.");

        await FollowAsync(client, "Rechten");
        await SeesAsync(client, "hebben wij dat gedaan.");
        await FollowAsync(client, "Gegevens");
        await SeesAsync(client, "Janssen");
    }

    async Task TheClientTellsHowItWasAndTheCoordinatorPublishesItAsync()
    {
        await FollowAsync(client, "Verwijzing");
        await FollowAsync(client, "Vertel hoe u het vond");
        await ChooseAsync(client, "9");
        await client.GetByLabel("Wat ging goed, en wat kan beter?").FillAsync("Ik word weer gegroet op straat.");
        await ChooseAsync(client, "Ja, zonder mijn naam");
        await PressAsync(client, "Versturen");
        await SeesAsync(client, "Dank u wel. Daar leren wij van.");

        await FollowAsync(coordinator, "Inzicht");
        await FollowAsync(coordinator, "Verhalen (1 te lezen)");
        await SeesAsync(coordinator, "Ik word weer gegroet op straat.");
        await PressAsync(coordinator, "Goedkeuren");
        await SeesAsync(coordinator, "Het verhaal staat nu naast de cijfers.");
    }

    async Task TheWorkerReadsWhatTheGpWillReadAndEndsItAsync(bool withScript)
    {
        await MeasureAsync("Meestal (4)", "80");
        await FollowAsync(worker, "Uitkomst vastleggen");
        await ChooseAsync(worker, "Doel bereikt");
        await worker.GetByLabel("Wat de huisarts leest").FillAsync(string.Join('\n', FiveLines));
        if (!withScript)
        {
            await PressAsync(worker, "Voorbeeld verversen");
        }

        await Assertions.Expect(worker.Locator("[data-preview] li")).ToHaveTextAsync(FiveLines);
        await PressAsync(worker, "Uitkomst vastleggen en versturen");
        await SeesAsync(worker, "Afgerond");

        await client.ReloadAsync();
        await SeesAsync(client, "De begeleiding door Welzijn Zuid is klaar.");
    }

    async Task ThePracticeReadsTheFiveLinesAndTheOthersSeeThatAsync()
    {
        await OpenMessageAsync(practice, OfThePractice, "Er is een terugkoppeling voor u");
        await Assertions.Expect(practice.Locator(".feedback li")).ToHaveTextAsync(FiveLines);
        await PressAsync(practice, "Gezien");
        await SeesAsync(practice, "De terugkoppeling staat als gezien.");

        await worker.ReloadAsync();
        await SeesAsync(worker, "De praktijk heeft de terugkoppeling gezien");
    }

    async Task AfterMonthsTheClientIsAskedHowItIsAndTheWorkerSeesItAsync()
    {
        await app.AdvanceAsync("P93D");
        await OpenMessageAsync(client, OfTheClient, subject: null);
        await EnterWithTheCodeAsync();
        await client.Locator("a[href='/mijn/vragenlijst/own-goal']").ClickAsync();
        await client.GetByRole(AriaRole.Spinbutton).FillAsync("8");
        await PressAsync(client, "Versturen");
        await SeesAsync(client, "Dank u wel. Uw antwoorden zijn opgeslagen.");

        await OpenMessageAsync(worker, OfTheWorker, "Een meting na afloop is aan de beurt");
        await FollowAsync(worker, "Metingen");
        await Assertions.Expect(worker.Locator("[aria-labelledby='own-goal'] td").Last).ToHaveTextAsync("8");
    }

    async Task TheStoryStandsBesideTheFiguresAsync()
    {
        await FollowAsync(coordinator, "Inzicht");
        await SeesAsync(coordinator, "Ik word weer gegroet op straat.");
    }

    /// <summary>WHO-5, with the same answer to each question; the score stands beside those before.</summary>
    async Task MeasureAsync(string answer, string score)
    {
        await FollowAsync(worker, "Metingen");
        await FollowAsync(worker, "Invullen: WHO-5 welbevinden");
        foreach (var question in await worker.GetByRole(AriaRole.Radio, new() { Name = answer, Exact = true }).AllAsync())
        {
            await question.CheckAsync();
        }

        await PressAsync(worker, "Meting vastleggen");
        await Assertions.Expect(worker.Locator("[aria-labelledby='who-5'] td").Last).ToContainTextAsync(score);
        await FollowAsync(worker, "Terug naar de verwijzing");
    }

    async Task ComeWithTheLetterAsync()
    {
        await client.GotoAsync("/mijn");
        await client.GetByLabel("Het nummer op uw brief").FillAsync(letterNumber);
        await EnterWithTheCodeAsync();
    }

    /// <summary>From the letter or from a message: a code comes by SMS.</summary>
    async Task EnterWithTheCodeAsync()
    {
        await PressAsync(client, "Verder");
        await client.GetByLabel("De code van zes cijfers").FillAsync(SixDigits().Match(await MessageAsync(OfTheClient, subject: null)).Value);
        await PressAsync(client, "Inloggen");
    }

    /// <summary>Opens the link of the newest message that somebody got.</summary>
    async Task OpenMessageAsync(IPage page, string to, string? subject) => await page.GotoAsync(Link().Match(await MessageAsync(to, subject)).Value);

    /// <summary>The text of the newest message that somebody got, which is about what is expected; an SMS has no subject.</summary>
    async Task<string> MessageAsync(string to, string? subject)
    {
        await app.AdvanceAsync("PT1S");
        var newest = (await app.MailboxAsync()).Last(message => message.GetProperty("to").GetString() == to);
        Assert.Equal(subject, newest.GetProperty("subject").GetString());
        return newest.GetProperty("text").GetString()!;
    }

    static Task SignInAsync(IPage page, string user) => page.Locator($"button[value='{user}']").ClickAsync();

    static Task FollowAsync(IPage page, string link) => page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();

    static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    static Task ChooseAsync(IPage page, string answer) => page.GetByRole(AriaRole.Radio, new() { Name = answer, Exact = true }).CheckAsync();

    static Task SeesAsync(IPage page, string text) => Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync();

    /// <summary>Or it would acknowledge by itself what somebody of the practice reads here.</summary>
    async Task ThePracticeHasNoSystemAsync()
    {
        const string Agreement = "/api/organisations/welzijn-zuid/agreements/01999901";
        var agreed = JsonNode.Parse((await app.GetAsync("administrator/admin", Agreement)).GetRawText())!;
        agreed["feedback"]!["callback"] = null;
        using var administrator = app.As("administrator/admin");
        using var kept = await administrator.PutAsJsonAsync(Agreement, agreed);
        Assert.True(kept.IsSuccessStatusCode, await kept.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("[0-9]{4} [0-9]{4} [0-9]{4}")]
    private static partial Regex LetterNumber();

    [GeneratedRegex(@"\b[0-9]{6}\b")]
    private static partial Regex SixDigits();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}
