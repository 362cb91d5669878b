using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Functions.Tests.Intake;

namespace Workflows.Functions.Tests.Pages.Coordinate;

/// <summary>Brings referrals into the app by its API, as a practice and its workers do it.</summary>
static class Referred
{
    extension(PagesApp app)
    {
        /// <summary>A referral that somebody was asked about, or that stopped before that.</summary>
        /// <param name="familyName">The client's; the same again is a duplicate.</param>
        /// <param name="birthDate">The client's; somebody young stops at a rule.</param>
        /// <param name="practice">Who refers.</param>
        public async Task<string> ReferAsync(string? familyName = null, string birthDate = "1948-03-12", string practice = "01999901")
        {
            var submission = Submitted.Body;
            submission["practice"] = practice;
            submission["client"]!["familyName"] = familyName ?? $"Jansen {Random.Shared.GetString("abcdefghij", 16)}";
            submission["client"]!["birthDate"] = birthDate;
            submission["consent"]!["recordedAt"] = "2026-04-13T08:30:00+02:00";   // the app's clock begins at nine
            using var program = app.Program($"referrer/{practice}");
            using var answer = await program.PostAsJsonAsync("/api/referrals", submission);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
            await app.AdvanceAsync(TimeSpan.FromMinutes(1));
            return id;
        }

        /// <summary>One that waits for the coordinator: the client is too young for the pathway.</summary>
        public Task<string> ReferSomebodyYoungAsync() => app.ReferAsync(birthDate: "2012-01-01");

        public async Task GiveAsync(string user, string referral, string command, object? body = null)
        {
            using var program = app.Program(user);
            using var answer = await program.PostAsJsonAsync($"/api/referrals/{referral}/commands/{command}", body ?? new { });
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            await app.AdvanceAsync(TimeSpan.FromSeconds(1));
        }

        public async Task<JsonElement> SummaryAsync(string referral)
        {
            using var program = app.Program("coordinator/cora");
            return await program.GetFromJsonAsync<JsonElement>($"/api/referrals/{referral}");
        }

        /// <summary>Who has it or is asked.</summary>
        public async Task<string> WorkerAsync(string referral) => (await app.SummaryAsync(referral)).GetProperty("worker").GetString()!;

        /// <summary>A coordinator with a browser, signed in.</summary>
        public async Task<Visitor> CoordinatorAsync(string coordinator = "cora")
        {
            var visitor = app.Visitor();
            await visitor.SignInAsync($"coordinator/{coordinator}");
            return visitor;
        }
    }
}
