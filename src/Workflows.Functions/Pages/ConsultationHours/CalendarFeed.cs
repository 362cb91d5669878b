using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Handover;
using Workflows.Functions.Problems;
using Workflows.Referrals.Deadlines;

namespace Workflows.Functions.Pages.ConsultationHours;

/// <summary><c>GET /agenda/{practice}/{secret}</c>: a practice's consultation hours for calendar programs. The secret is the only key, and opens nothing else.</summary>
sealed class CalendarFeed(CalendarAddresses addresses, HoursOfPractice hours, TimeProvider clock)
{
    const int Weeks = 12;

    [Function("GetCalendar")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "agenda/{practice}/{secret}")] HttpRequest request, string practice, string secret, CancellationToken cancellation)
    {
        if (!await addresses.OpensAsync(practice, secret, cancellation))
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var now = clock.GetUtcNow();
        var shown = await hours.OfAsync(practice, AmsterdamTime.DayOf(now), Weeks, cancellation);
        return shown.Count == 0 ? Problem.Of(ProblemKind.NotFound) : Results.Text(CalendarFile.Of(shown, practice, now, LanguageOfPages.Of(request)), "text/calendar; charset=utf-8");
    }
}
