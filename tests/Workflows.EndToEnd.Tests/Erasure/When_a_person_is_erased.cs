using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Workflows.Functions.Storage;
using Workflows.Referrals.Identifiers;

namespace Workflows.EndToEnd.Tests.Erasure;

public sealed class When_a_person_is_erased(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    const string Zuid = "/api/organisations/welzijn-zuid";

    /// <summary>One in every personal field and text.</summary>
    static readonly string[] Markers =
        ["Ymarkergiven", "Ymarkerfamily", "1933-05-29", "31687651234", "9733 XQ", "Ymarkerquestion", "Ymarkerreferrer", "31507654321", "Ymarkerref-78", "\"Z20\"", "Ymarkernote", "Ymarkerplace", "Ymarkermessage", "Ymarkerlines"];

    [Fact]
    public async Task Whoever_has_every_byte_and_the_master_key_finds_them_before_and_not_after_nor_in_a_restored_backup()
    {
        await using var app = await RunningApp.StartAsync(azurite.ConnectionString);
        await ErasesSoonAsync(app);
        var referral = await LivedThroughAsync(app);
        var other = await ReferralStory.SubmittedAsync(app, SampleReferral.Of("01999902"), "01999902");

        var backup = await StoredRow.AllAsync(azurite.ConnectionString, app.Prefix);
        Assert.Equal(Markers, Found(app, backup));
        Assert.True(await IsHashedAnywhereAsync(app, backup));
        Assert.True(IsNamedIn(Submissions(app, backup), referral.Id));

        await app.AdvanceAsync("P21D");   // the pathway's two weeks, and every retry that something may have had

        await IsGoneAsync(app, referral);
        await Others_stayAsync(app, other);

        await RestoreAsync(app, backup);
        Assert.Equal(Markers, Found(app, await StoredRow.AllAsync(azurite.ConnectionString, app.Prefix)));   // or the next step would prove nothing
        Assert.Equal(1, await AppliedAsync(app));

        await IsGoneAsync(app, referral);
        Assert.Equal(0, await AppliedAsync(app));
        await Others_stayAsync(app, other);
    }

    async Task IsGoneAsync(RunningApp app, ReferralStory referral)
    {
        var left = await StoredRow.AllAsync(azurite.ConnectionString, app.Prefix);
        Assert.Empty(Found(app, left));
        Assert.False(await IsHashedAnywhereAsync(app, left));
        Assert.False(IsNamedIn(Submissions(app, left), referral.Id));
        Assert.DoesNotContain(Markers, marker => app.Log.Contains(marker, StringComparison.OrdinalIgnoreCase));
        foreach (var message in await app.MailboxAsync())
        {
            // To whom it went is the provider's to know, and no part of what the app stores.
            var written = message.GetRawText().Replace(message.GetProperty("to").GetString()![1..], "", StringComparison.Ordinal);
            Assert.DoesNotContain(Markers, marker => written.Contains(marker, StringComparison.OrdinalIgnoreCase));
        }

        using var coordinator = app.As("coordinator/cora");
        foreach (var path in (string[])["", "/client", "/timeline", "/messages"])
        {
            using var answer = await coordinator.GetAsync($"/api/referrals/{referral.Id}{path}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.DoesNotContain(referral.Id, await coordinator.GetStringAsync("/api/referrals"), StringComparison.Ordinal);
    }

    static async Task Others_stayAsync(RunningApp app, ReferralStory other)
    {
        var client = await app.GetAsync("coordinator/cora", $"/api/referrals/{other.Id}/client");
        Assert.Equal("Jansen", client.GetProperty("client").GetProperty("familyName").GetString());
    }

    static string[] Found(RunningApp app, IEnumerable<StoredRow> stored)
    {
        var read = Attacker.Reads(stored, Attacker.MasterKeys(app.MasterKeyFile)).ToList();
        return [.. Markers.Where(marker => read.Any(text => text.Contains(marker, StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>Whether somebody who has the key of the hashes, and guesses right who it was, finds that confirmed.</summary>
    async Task<bool> IsHashedAnywhereAsync(RunningApp app, IEnumerable<StoredRow> stored)
    {
        var hash = new KeyedHash(new(new(new TableServiceClient(azurite.ConnectionString), app.Prefix), new LocalMasterKey(app.MasterKeyFile), TimeProvider.System));
        var identity = ClientIdentity.KeyedHash(await hash.KeyOfAsync("client identity", "welzijn-zuid"), "Ymarkergiven", "Ymarkerfamily", new(1933, 5, 29));
        return stored.Any(row => row.Texts.Any(text => text.Contains(identity, StringComparison.Ordinal)));
    }

    static IEnumerable<StoredRow> Submissions(RunningApp app, IEnumerable<StoredRow> stored) => stored.Where(row => row.Table == $"{app.Prefix}Submissions");

    static bool IsNamedIn(IEnumerable<StoredRow> rows, string id) => rows.Any(row => row.Texts.Any(text => text.Contains(id, StringComparison.Ordinal)));

    /// <summary>As an operator would: the app's tables as they were, wrapped keys included, and not the list of erasures.</summary>
    async Task RestoreAsync(RunningApp app, IEnumerable<StoredRow> backup)
    {
        foreach (var name in (string[])["Timeline", "Submissions", "Lists", "Dossiers", "DossierKeys"])
        {
            var table = new TableClient(azurite.ConnectionString, app.Prefix + name);
            foreach (var row in backup.Where(row => row.Table == table.Name))
            {
                await table.UpsertEntityAsync(row.Entity, TableUpdateMode.Replace);
            }
        }
    }

    static async Task<int> AppliedAsync(RunningApp app)
    {
        using var answer = await app.PostAsync("administrator/admin", "/api/erasures/apply", new { });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("erasedAgain").GetInt32();
    }

    static async Task<ReferralStory> LivedThroughAsync(RunningApp app)
    {
        var referral = await ReferralStory.SubmittedAsync(app, Marked);
        var first = $"worker/{await referral.WorkerAsync()}";
        await referral.DoesAsync(first, "decline", new { reason = "other", note = "Ymarkernote" });
        var worker = $"worker/{await referral.WorkerAsync()}";
        await referral.DoesAsync(worker, "accept");
        await referral.DoesAsync(worker, "plan-handover", new { at = "2026-04-14T13:00:00+02:00", form = "inPerson", place = "Ymarkerplace" });
        await app.AdvanceAsync("P1DT5H");
        await referral.DoesAsync(worker, "record-handover", new { result = "held" });
        await referral.DoesAsync(worker, "write-message", new { text = "Ymarkermessage" });
        await referral.DoesAsync(worker, "record-outcome", new { outcome = "completed", reason = "goalReached", lines = new[] { "Ymarkerlines" } });
        return referral;
    }

    /// <summary>From now on the practice refers under a pathway that forgets after two weeks.</summary>
    static async Task ErasesSoonAsync(RunningApp app)
    {
        var standing = (await app.GetAsync("administrator/admin", "/api/pathways")).EnumerateArray().Single(pathway => pathway.GetProperty("id").GetString() == "default");
        var soon = JsonNode.Parse(standing.GetRawText())!;
        soon["version"] = 2;
        soon["aftercare"]!["measureAfter"] = new JsonArray("1 week");
        soon["retention"]!["eraseAfter"] = "2 weeks";
        await PutAsync(app, $"{Zuid}/pathways/default.2", soon);
        var agreement = JsonNode.Parse((await app.GetAsync("administrator/admin", $"{Zuid}/agreements/01999901")).GetRawText())!;
        agreement["pathway"] = new JsonObject { ["id"] = "default", ["version"] = 2 };
        await PutAsync(app, $"{Zuid}/agreements/01999901", agreement);
    }

    static async Task PutAsync(RunningApp app, string path, JsonNode body)
    {
        using var administrator = app.As("administrator/admin");
        using var answer = await administrator.PutAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    static object Marked => new
    {
        organisation = "welzijn-zuid",
        practice = "01999901",
        reference = "Ymarkerref-78",
        referrer = new { name = "Ymarkerreferrer", role = "gp", email = "dewit@praktijk.example", phone = "+31507654321" },
        client = new { givenName = "Ymarkergiven", familyName = "Ymarkerfamily", birthDate = "1933-05-29", phone = "+31687651234", postalCode = "9733 XQ", language = "nl", preferredContact = "phone" },
        reasons = new[] { new { system = "icpc-1", code = "Z20" } },
        question = "Ymarkerquestion",
        handover = new { preference = "phone" },
        consent = new { ground = "consent", recordedAt = "2026-04-10T10:00:00+02:00", shareContentWithReferrer = true },
    };
}
