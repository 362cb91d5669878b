using System.Net.Http.Json;
using System.Text.Json;
using Azure.Messaging.ServiceBus;

namespace Workflows.EndToEnd.Tests;

public sealed class Nothing_personal_leaves_the_dossier(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    /// <summary>One in every personal field; the referrer's address is where receipts go, and is looked for everywhere but there.</summary>
    static readonly string[] Markers =
        ["Xmarkergiven", "Xmarkerfamily", "1931-02-27", "+31687654321", "9731 XQ", "9731XQ", "Xmarkerquestion", "Xmarkerreferrer", "+31501234567", "Xmarkerref-77", "Z15", "P03", "Xmarkernote", "Xmarkerplace", "Xmarkerlines", "xmarker@praktijk.example"];

    [Fact]
    public async Task No_mail_log_line_table_history_or_status_holds_a_marker()
    {
        await using var app = await RunningApp.StartAsync(azurite.ConnectionString);
        var referral = await ReferralStory.SubmittedAsync(app, Marked);
        var first = $"worker/{await referral.WorkerAsync()}";
        await referral.DoesAsync(first, "decline", new { reason = "other", note = "Xmarkernote" });
        var worker = $"worker/{await referral.WorkerAsync()}";
        await referral.DoesAsync(worker, "accept");
        await referral.DoesAsync(worker, "plan-handover", new { at = "2026-04-14T13:00:00+02:00", form = "inPerson", place = "Xmarkerplace" });
        await app.AdvanceAsync("P1DT5H");
        await referral.DoesAsync(worker, "record-handover", new { result = "held" });
        await referral.DoesAsync(worker, "log-contact", new { kind = "phone", note = "Xmarkernote" });
        await referral.DoesAsync(worker, "record-outcome", new { outcome = "completed", reason = "goalReached", lines = new[] { "Xmarkerlines" } });

        var messages = await app.MailboxAsync();
        Assert.Equal(["email", "sms"], messages.Select(message => message.GetProperty("channel").GetString()).Distinct().Order());
        foreach (var mail in messages)
        {
            var to = mail.GetProperty("to").GetString()!;
            AssertClean($"the mail to {to}", mail.GetRawText().Replace(to, "", StringComparison.Ordinal));
        }

        foreach (var callback in await app.GpInboxAsync())
        {
            var lines = callback.GetProperty("body").GetProperty("data").GetProperty("lines").GetRawText();
            AssertClean("a callback", callback.GetRawText().Replace(lines, "", StringComparison.Ordinal).Replace("Xmarkerref-77", "", StringComparison.Ordinal));
        }

        await ByQueueAsync(app);
        AssertClean("the log", app.Log);
        var (tables, rows) = await EveryStoredRowAsync(app);
        Assert.True(tables > 5, $"Only {tables} tables were searched.");
        Assert.True(rows > 50, $"Only {rows} rows were searched.");
    }

    [Fact]
    public async Task The_search_finds_what_is_there_to_be_found()
    {
        var failure = Assert.ThrowsAny<Exception>(() => AssertClean("a text", "… Xmarkergiven …"));
        Assert.Contains("Xmarkergiven", failure.Message, StringComparison.Ordinal);
        await using var app = await RunningApp.StartAsync(azurite.ConnectionString);
        var referral = await ReferralStory.SubmittedAsync(app, Marked);

        var client = await app.GetAsync("coordinator/cora", $"/api/referrals/{referral.Id}/client");
        Assert.Equal("Xmarkergiven", client.GetProperty("client").GetProperty("givenName").GetString());
    }

    /// <summary>The same person once more by the queue: as a claim, as a claim that cannot be taken in, and as nobody should send it.</summary>
    static async Task ByQueueAsync(RunningApp app)
    {
        using var client = new HttpClient { BaseAddress = app.Address, DefaultRequestHeaders = { { "Authorization", "Bearer local-form-key" } } };
        using var answer = await client.PostAsJsonAsync("/api/claims", Marked);
        var claim = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("claim").GetString();
        await using var bus = new ServiceBusClient(app.Bus);
        await using var sender = bus.CreateSender("referral-intake");
        foreach (var (body, source) in ((object, string)[])[(new { claim }, "nobody"), (new { claim }, "local-form"), (Marked, "local-form")])
        {
            await sender.SendMessageAsync(new(JsonSerializer.SerializeToUtf8Bytes(body)) { ApplicationProperties = { ["source"] = source } });
        }

        await app.AdvanceAsync("PT1M");
        var aside = (await app.GetAsync("administrator/admin", "/api/dead-letters")).GetProperty("deadLetters").EnumerateArray();
        Assert.Equal(["no-claim", "unknown-source"], aside.Select(letter => letter.GetProperty("reason").GetString()).Order());
    }

    /// <summary>Every row of every table of the app, the engine and the bus; the mailbox and the GP inbox are looked at above.</summary>
    async Task<(int Tables, int Rows)> EveryStoredRowAsync(RunningApp app)
    {
        var rows = await StoredRow.AllAsync(azurite.ConnectionString, app.Prefix);
        foreach (var row in rows)
        {
            AssertClean($"a row of {row.Table}", string.Join('\n', row.Texts));
        }

        return (rows.Select(row => row.Table).Distinct().Count(), rows.Count);
    }

    static void AssertClean(string where, string text)
    {
        var found = Markers.Where(marker => text.Contains(marker, StringComparison.OrdinalIgnoreCase)).ToArray();
        Assert.True(found is [], $"{string.Join(", ", found)} stands in {where}: {text[..Math.Min(600, text.Length)]}");
    }

    static object Marked => new
    {
        organisation = "welzijn-zuid",
        practice = "01999901",
        reference = "Xmarkerref-77",
        referrer = new { name = "Xmarkerreferrer", role = "gp", email = "xmarker@praktijk.example", phone = "+31501234567" },
        client = new { givenName = "Xmarkergiven", familyName = "Xmarkerfamily", birthDate = "1931-02-27", phone = "+31687654321", postalCode = "9731 XQ", language = "nl", preferredContact = "phone" },
        reasons = new[] { new { system = "icpc-1", code = "Z15" }, new { system = "icpc-1", code = "P03" } },
        question = "Xmarkerquestion",
        handover = new { preference = "phone" },
        consent = new { ground = "consent", recordedAt = "2026-04-10T10:00:00+02:00", shareContentWithReferrer = true },
    };
}
