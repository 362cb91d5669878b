using Workflows.Functions.Audit;
using Workflows.Functions.Tests.Pages.Coordinate;

namespace Workflows.Functions.Tests.Pages.Practices;

/// <summary>Referrals that a practice follows, and somebody of the practice who does.</summary>
static class Followed
{
    extension(PagesApp app)
    {
        /// <summary>Somebody of a practice with a browser, signed in.</summary>
        public async Task<Visitor> PracticeAsync(string practice = "01999901")
        {
            var visitor = app.Visitor();
            await visitor.SignInAsync($"referrer/{practice}");
            return visitor;
        }

        /// <summary>A referral that a worker supports. No system of a practice answers here: what the practice was told waits to be seen.</summary>
        public async Task<(string Id, string Worker)> ReferAndStartAsync(string? familyName = null)
        {
            var id = await app.ReferAsync(familyName);
            var worker = $"worker/{await app.WorkerAsync(id)}";
            await app.GiveAsync(worker, id, "accept");
            await app.GiveAsync(worker, id, "plan-handover", new { at = "2026-04-14T13:00:00+02:00", form = "phone" });
            await app.GiveAsync(worker, id, "record-handover", new { result = "held" });
            return (id, worker);
        }

        /// <summary>One that has ended well, with two lines for the GP.</summary>
        public async Task<string> ReferAndCompleteAsync(string? familyName = null)
        {
            var (id, worker) = await app.ReferAndStartAsync(familyName);
            await app.GiveAsync(worker, id, "record-outcome", new { outcome = "completed", reason = "goalReached", lines = (string[])["Gaat elke week naar het eetcafé.", "Voelt zich minder alleen."] });
            return id;
        }

        /// <summary>What the audit log has about a referral: what was done, and who of the practice did it.</summary>
        public async Task<IReadOnlyList<string>> AuditedAsync(string referral) => await app.Get<AuditTable>()
            .EntriesAsync(new("welzijn-zuid", "2026-04"), referral)
            .Where(entry => entry.Role == Workflows.Referrals.Timeline.Role.Referrer)
            .Select(entry => $"{entry.Event} {entry.User}{(entry.Refusal is null ? "" : $" {entry.Refusal}")}")
            .ToListAsync();
    }
}
