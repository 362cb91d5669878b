using Workflows.Functions.Audit;
using Workflows.Functions.Clients;
using Workflows.Functions.Notifications;
using Workflows.Functions.Storage;
using Workflows.Functions.Tests.Pages;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Clients;

public sealed class When_a_client_signs_in(WholeApp app) : IClassFixture<WholeApp>
{
    const string Phone = "+31612345678";

    /// <summary>Where a page leads who is not signed in, or not any more.</summary>
    const string Door = "/mijn?opnieuw";

    [Fact]
    public async Task They_type_the_number_of_the_letter_then_the_code_of_the_SMS_and_are_in()
    {
        var id = await app.SubmitAsync();
        using var ria = app.Visitor();

        await ria.OpenAsync("/mijn");
        await ria.SubmitAsync("/mijn", ("number", await NumberAsync(id)), ("channel", "sms"));
        Assert.Equal((303, "/mijn/code"), (ria.Status, ria.Location));
        var code = await SentAsync();
        Assert.Equal((Channel.Sms, Phone), (code.Channel, code.Address));

        await ria.OpenAsync("/mijn/code");
        await ria.SubmitAsync("/mijn/code", ("code", $"{code.Code[..3]} {code.Code[3..]}"));
        Assert.Equal((303, "/mijn/verwijzing"), (ria.Status, ria.Location));
        await ria.OpenAsync("/mijn/verwijzing");
        Assert.Equal(200, ria.Status);
        Assert.Contains("Welzijn Zuid", ria.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_of_a_message_takes_the_place_of_the_letter_and_not_of_the_code()
    {
        var id = await app.SubmitAsync();
        var token = await app.Get<LinkTokens>().WriteAsync(new(LinkToken.Open, id, $"{id}.9.aftercareDue-client", DateTimeOffset.MaxValue));
        using var ria = app.Visitor();

        await ria.OpenAsync($"/go/{token}");
        Assert.Equal((303, $"/mijn/bericht/{token}"), (ria.Status, ria.Location));
        await ria.OpenAsync($"/mijn/bericht/{token}");
        await ria.SubmitAsync("/mijn", ("channel", "sms"));
        await EnterAsync(ria, (await SentAsync()).Code);
        Assert.Equal("/mijn/verwijzing", ria.Location);

        using var worker = app.Visitor();
        await worker.OpenAsync($"/mijn/bericht/{await app.Get<LinkTokens>().WriteAsync(new(LinkToken.Open, id, $"{id}.3.offerWaiting-worker", DateTimeOffset.MaxValue))}");
        Assert.Equal(410, worker.Status);
    }

    [Fact]
    public async Task Whether_a_number_is_somebodys_neither_the_answer_tells_nor_the_work_behind_it()
    {
        var number = await NumberAsync(await app.SubmitAsync());
        var nobodys = AccessCode.Of(12_345_678_901);

        using var known = await AskedByAsync(number);
        await SentAsync();
        using var unknown = await AskedByAsync(nobodys);
        Assert.Equal((known.Status, known.Location, known.Html), (unknown.Status, unknown.Location, unknown.Html));
        await SettleAsync();
        Assert.Empty(app.Codes);
        Assert.Empty(await app.StorageDuringAsync(() => app.Get<SignInDesk>().WhoseAsync(number, link: null)));   // a hash, and then a queue

        var tried = await app.StorageDuringAsync(() => EnterAsync(known, "000000"));
        var triedInVain = await app.StorageDuringAsync(() => EnterAsync(unknown, "000000"));
        Assert.Equal((422, Plain(known)), (unknown.Status, Plain(unknown)));
        Assert.Equal(tried, triedInVain);
        Assert.Contains(tried, request => request.StartsWith("PUT SignIns", StringComparison.Ordinal));

        static string Plain(Visitor visitor) => System.Text.RegularExpressions.Regex.Replace(visitor.Html, "value=\"[^\"]*\"", "");
    }

    [Fact]
    public async Task A_number_with_a_slip_of_the_finger_is_told_at_once()
    {
        using var ria = app.Visitor();
        await ria.OpenAsync("/mijn");

        await ria.SubmitAsync("/mijn", ("number", "4821 7730 1650"), ("channel", "sms"));

        Assert.Equal(422, ria.Status);
        Assert.Contains("Dit nummer klopt niet", ria.Text, StringComparison.Ordinal);
        Assert.Contains("4821 7730 1650", ria.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_counts_once_and_guesses_use_it_up()
    {
        using var ria = await AskedAsync(await app.SubmitAsync());
        var code = (await SentAsync()).Code;
        await EnterAsync(ria, code);
        Assert.Equal(303, ria.Status);
        await EnterAsync(ria, code);
        Assert.Equal(422, ria.Status);

        using var thief = await AskedAsync(await app.SubmitAsync());
        code = (await SentAsync()).Code;
        for (var guess = 0; guess < 5; guess++)
        {
            await EnterAsync(thief, code == "000000" ? "000001" : "000000");
        }

        await EnterAsync(thief, code);
        Assert.Equal(422, thief.Status);
        await thief.OpenAsync("/mijn/verwijzing");
        Assert.Equal((303, Door), (thief.Status, thief.Location));
    }

    [Fact]
    public async Task The_code_of_another_referral_signs_in_to_that_one_alone()
    {
        using var ria = await AskedAsync(await app.SubmitAsync());
        using var thief = await AskedAsync(await app.SubmitAsync());
        await SettleAsync();
        var (first, second) = (Dequeued(), Dequeued());

        await EnterAsync(thief, first.Code == second.Code ? "none" : first.Code);
        Assert.Equal(422, thief.Status);
    }

    [Fact]
    public async Task A_code_is_sent_at_any_hour_and_by_mail_to_who_has_no_phone()
    {
        var submission = Intake.Submitted.Body;
        submission["client"]!["familyName"] = $"Jansen {Random.Shared.GetString("abcdefghij", 16)}";
        submission["client"]!["phone"] = null;
        submission["client"]!["preferredContact"] = null;
        submission["client"]!["email"] = "ria@example.nl";
        var id = (await app.CallAsync("referrer/01999901", "POST", "/api/referrals", submission)).Json.GetProperty("id").GetString()!;
        await app.AdvanceAsync(TimeSpan.FromHours(14));   // midnight

        using var ria = await AskedAsync(id);

        Assert.Equal((Channel.Email, "ria@example.nl"), (await SentAsync()) is var sent ? (sent.Channel, sent.Address) : default);
    }

    [Fact]
    public async Task Signed_out_they_stay_so_for_whoever_kept_the_cookie()
    {
        using var ria = await SignedInAsync(await app.SubmitAsync());
        await ria.OpenAsync("/mijn/verwijzing");
        var cookie = ria.Cookie("mijn", "/mijn")!;

        await ria.SubmitAsync("/mijn/afmelden");
        Assert.Equal("/mijn", ria.Location);
        using var thief = app.Visitor();
        await thief.OpenAsync("/mijn/verwijzing", ("Cookie", $"mijn={cookie}"));

        Assert.Equal((303, Door), (thief.Status, thief.Location));
    }

    [Fact]
    public async Task After_thirty_minutes_they_sign_in_anew_and_what_they_wrote_is_kept()
    {
        using var ria = await SignedInAsync(await app.SubmitAsync());
        await ria.OpenAsync("/mijn/rechten/rectification");
        await app.AdvanceAsync(TimeSpan.FromMinutes(31));

        await ria.SubmitAsync("/mijn/rechten/rectification", ("note", "Mijn naam is met een s."));

        Assert.Equal(401, ria.Status);
        Assert.Contains("Mijn naam is met een s.", ria.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/mijn?opnieuw\" target", ria.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_door_says_why_they_see_it_when_another_page_led_there()
    {
        using var ria = app.Visitor();
        await ria.OpenAsync("/mijn/gegevens");
        Assert.Equal((303, Door), (ria.Status, ria.Location));

        await ria.OpenAsync(Door);
        Assert.Contains("Na een half uur loggen wij u vanzelf uit", ria.Text, StringComparison.Ordinal);
        await ria.OpenAsync("/mijn");
        Assert.DoesNotContain("Na een half uur", ria.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/mijn/bericht/0123456789abcdef")]
    [InlineData("/s/0123456789abcdef")]
    [InlineData("/go/forged.token")]
    public async Task A_link_that_no_longer_works_leads_to_the_door_and_not_to_the_form_of_the_practice(string link)
    {
        using var ria = app.Visitor();

        await ria.OpenAsync(link);

        Assert.Equal(410, ria.Status);
        Assert.Contains("<a class=\"utrecht-link utrecht-link--html-a\" href=\"/mijn\">Log in met het nummer van uw brief.</a>", ria.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/verwijzen\"", ria.Html, StringComparison.Ordinal);
        Assert.Equal(!link.StartsWith("/mijn", StringComparison.Ordinal), ria.Text.Contains("Log in met uw account.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_code_comes_by_the_other_way_without_the_number_being_typed_again()
    {
        var submission = Intake.Submitted.Body;
        submission["client"]!["familyName"] = $"Jansen {Random.Shared.GetString("abcdefghij", 16)}";
        submission["client"]!["email"] = "ria@example.nl";
        using var ria = await AskedAsync((await app.CallAsync("referrer/01999901", "POST", "/api/referrals", submission)).Json.GetProperty("id").GetString()!);
        var first = (await SentAsync()).Code;

        await ria.OpenAsync("/mijn/code");
        await ria.SubmitAsync("/mijn", ("channel", "email"));

        Assert.Equal((303, "/mijn/code?again"), (ria.Status, ria.Location));
        await ria.OpenAsync(ria.Location!);
        Assert.Contains("Wij sturen een nieuwe code.", ria.Text, StringComparison.Ordinal);
        var second = await SentAsync();
        Assert.Equal((Channel.Email, "ria@example.nl"), (second.Channel, second.Address));
        await EnterAsync(ria, first == second.Code ? "none" : first);
        Assert.Equal(422, ria.Status);
        await EnterAsync(ria, second.Code);
        Assert.Equal("/mijn/verwijzing", ria.Location);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no/such/name")]
    public async Task Who_asked_for_no_code_of_late_types_the_number_first(string? forged)
    {
        using var ria = app.Visitor();
        await ria.OpenAsync("/mijn");

        await ria.SubmitAsync("/mijn", forged is null ? [] : [("Cookie", $"mijn-code={Uri.EscapeDataString(forged)}")], ("again", "1"), ("channel", "sms"));

        Assert.Equal((303, "/mijn"), (ria.Status, ria.Location));
        await SettleAsync();
        Assert.Empty(app.Codes);
    }

    [Fact]
    public async Task On_the_other_pages_of_the_same_browser_somebody_else_stays_signed_in()
    {
        var id = await app.SubmitAsync();
        using var tablet = await SignedInAsync(id);
        await tablet.SignInAsync("worker/anna");

        await tablet.OpenAsync("/werk");
        Assert.Contains("Anna Verbeek", tablet.Text, StringComparison.Ordinal);
        await tablet.OpenAsync("/mijn/verwijzing");
        Assert.Equal(200, tablet.Status);
        Assert.DoesNotContain("Anna Verbeek</span>", tablet.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_is_for_the_own_pages_alone_and_for_no_script()
    {
        using var ria = await AskedAsync(await app.SubmitAsync());
        await EnterAsync(ria, (await SentAsync()).Code);

        var cookie = ria.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("mijn=", StringComparison.Ordinal));
        Assert.All(["path=/mijn", "httponly", "samesite=lax", "max-age=1800"], part => Assert.Contains(part, cookie, StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_the_erasure_letter_link_code_and_session_open_nothing()
    {
        var id = await app.SubmitAsync();
        var (number, link) = (await NumberAsync(id), await app.Get<LinkTokens>().WriteAsync(new(LinkToken.Open, id, $"{id}.9.aftercareDue-client", DateTimeOffset.MaxValue)));
        await app.CallAsync($"client/{id}", "POST", $"/api/referrals/{id}/commands/request-right", new { right = "erasure" });
        var granted = (await app.CallAsync("coordinator/cora", "POST", $"/api/referrals/{id}/commands/answer-request", new { right = "erasure", granted = true })).Json;
        var due = granted.GetProperty("openDeadlines").EnumerateArray().Single(deadline => deadline.GetProperty("what").GetString() == "requestedErasure").GetProperty("at").GetDateTimeOffset();
        await app.AdvanceAsync(due - app.Get<TimeProvider>().GetUtcNow() - TimeSpan.FromMinutes(2));
        using var ria = await SignedInAsync(id);
        using var other = await AskedAsync(id);
        var code = (await SentAsync()).Code;

        await app.AdvanceAsync(TimeSpan.FromMinutes(3));

        Assert.Contains(
            await app.Get<AuditTable>().EntriesAsync(AuditMonth.At("welzijn-zuid", app.Get<TimeProvider>().GetUtcNow()), id).ToListAsync(),
            entry => entry is { Event: AuditEvents.DossierErased, Role: Role.Process });
        await ria.OpenAsync("/mijn/verwijzing");
        Assert.Equal((303, Door), (ria.Status, ria.Location));
        await EnterAsync(other, code);
        Assert.Equal(422, other.Status);
        await ria.OpenAsync($"/mijn/bericht/{link}");
        Assert.Equal(410, ria.Status);
        await ria.OpenAsync("/mijn");
        await ria.SubmitAsync("/mijn", ("number", number), ("channel", "sms"));
        Assert.Equal("/mijn/code", ria.Location);
        await SettleAsync();
        Assert.Empty(app.Codes);
    }

    [Fact]
    public async Task Who_can_be_sent_no_code_is_handed_one_by_the_worker_and_sees_that()
    {
        var id = await app.SubmitAsync();
        await app.CallAsync("worker/anna", "POST", $"/api/referrals/{id}/commands/accept");
        using var anna = app.Visitor();
        await anna.SignInAsync("worker/anna");
        await anna.OpenAsync($"/brief/{id}");
        Assert.Contains(AccessCode.Shown(await NumberAsync(id)), anna.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jansen", anna.Text, StringComparison.Ordinal);
        Assert.Contains("neemt uiterlijk ", anna.Text, StringComparison.Ordinal);
        Assert.Contains("Hoort u niets? Bel Huisartsenpraktijk De Linde.", anna.Text, StringComparison.Ordinal);

        await anna.SubmitAsync($"/brief/{id}");
        var code = System.Text.RegularExpressions.Regex.Match(anna.Html, "<p class=\"when\">([0-9]{6})</p>").Groups[1].Value;
        using var ria = app.Visitor();
        await ria.OpenAsync("/mijn");
        await ria.SubmitAsync("/mijn", ("number", await NumberAsync(id)), ("channel", "handed"));
        await EnterAsync(ria, code);
        Assert.Equal("/mijn/verwijzing", ria.Location);
        Assert.Empty(app.Codes);
        await ria.OpenAsync("/mijn/inzage");
        Assert.Contains("Gaf u een code om in te loggen", ria.Text, StringComparison.Ordinal);
        Assert.Equal(403, (await app.SendFormAsync("referrer/01999901", $"/brief/{id}")).Status);
    }

    Task<string> NumberAsync(string id) => app.Get<AccessCodes>().OfAsync(id);

    async Task<Visitor> AskedAsync(string id) => await AskedByAsync(await NumberAsync(id));

    async Task<Visitor> AskedByAsync(string number)
    {
        var visitor = app.Visitor();
        await visitor.OpenAsync("/mijn");
        await visitor.SubmitAsync("/mijn", ("number", number), ("channel", "sms"));
        return visitor;
    }

    async Task<Visitor> SignedInAsync(string id)
    {
        var visitor = await AskedAsync(id);
        await EnterAsync(visitor, (await SentAsync()).Code);
        Assert.Equal("/mijn/verwijzing", visitor.Location);
        return visitor;
    }

    static async Task EnterAsync(Visitor visitor, string code)
    {
        await visitor.OpenAsync("/mijn/code");
        await visitor.SubmitAsync("/mijn/code", ("code", code));
    }

    Task SettleAsync() => app.AdvanceAsync(TimeSpan.FromSeconds(1));

    async Task<(Channel Channel, string Address, string Code)> SentAsync()
    {
        await SettleAsync();
        return Dequeued();
    }

    (Channel Channel, string Address, string Code) Dequeued()
    {
        Assert.True(app.Codes.TryDequeue(out var code));
        return code;
    }
}
