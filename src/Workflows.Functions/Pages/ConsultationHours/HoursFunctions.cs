using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Audit;
using Workflows.Functions.Handover;
using Workflows.Functions.Security;
using Workflows.Functions.Security.Web;
using Workflows.Referrals.Deadlines;

namespace Workflows.Functions.Pages.ConsultationHours;

/// <summary>The consultation hours in a practice: which slots are taken and which are free, here and in the practice's own calendar.</summary>
sealed class HoursFunctions(Screens screens, HoursOfPractice hours, CalendarAddresses addresses, AuditTrail trail, WebSettings settings, TimeProvider clock)
{
    const string Page = "/praktijk/spreekuur";
    const int WeeksOnPage = 6;

    /// <summary><c>GET /praktijk/spreekuur?na=2026-05-26</c>.</summary>
    [Function("ShowConsultationHours")]
    public async Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "praktijk/spreekuur")] HttpRequest request, CancellationToken cancellation)
    {
        var (practice, language, filters) = (request.Caller.Practice!, LanguageOfPages.Of(request), new Filters(request));
        var today = AmsterdamTime.DayOf(clock.GetUtcNow());
        var from = TypedDates.DayOf(filters[Filters.After]) is { } later && later > today && later < today.AddYears(1) ? later : today;

        await trail.RecordAsync(AuditEvents.ListRead, request.Caller, organisation: null);
        var shown = await hours.OfAsync(practice, from, WeeksOnPage, cancellation);
        var address = await addresses.FindAsync(practice, cancellation);
        return await screens.ShowAsync<HoursPage>(request, new
        {
            Hours = (IReadOnlyList<HourShown>)[.. shown.Select(hour => HourShown.Of(hour, language))],
            Next = shown.Count == 0 ? null : filters.With(Filters.After, from.AddDays(7 * WeeksOnPage).ToString("O", null)),
            Address = address is null ? null : new Uri(settings.PublicUrl!, address.Path + (language == LanguageOfPages.Default ? "" : $"?{LanguageOfPages.Query}={language.Code}")),
            MadeAt = address?.MadeAt,
        });
    }

    /// <summary><c>POST /praktijk/spreekuur/agenda</c>: an address for the practice's own calendar, in the place of the one before.</summary>
    [Function("MakeCalendarAddress")]
    public async Task<IResult> Make([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "praktijk/spreekuur/agenda")] HttpRequest request, CancellationToken cancellation)
    {
        await addresses.MakeAsync(request.Caller.Practice!, cancellation);
        return new SeeOther($"{Page}#agenda");
    }

    /// <summary><c>POST /praktijk/spreekuur/agenda-intrekken</c>.</summary>
    [Function("RevokeCalendarAddress")]
    public async Task<IResult> Revoke([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "praktijk/spreekuur/agenda-intrekken")] HttpRequest request, CancellationToken cancellation)
    {
        await addresses.RevokeAsync(request.Caller.Practice!, cancellation);
        return new SeeOther($"{Page}#agenda");
    }
}
