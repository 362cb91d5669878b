using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Workflows.Functions.Handover;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Pages.ConsultationHours;

/// <summary>Consultation hours as an iCalendar file (RFC 5545): which slots are taken and which are free, and not by whom.</summary>
static class CalendarFile
{
    /// <param name="hours">One or more.</param>
    /// <param name="practice">The practice's AGB code.</param>
    /// <param name="now">When it is read.</param>
    /// <param name="language">The language of its words.</param>
    public static string Of(IReadOnlyList<PracticeHours> hours, string practice, DateTimeOffset now, Language language)
    {
        var calendar = new Calendar { ProductId = "-//Workflows//Consultation hours//NL" };
        calendar.AddProperty("X-WR-CALNAME", T("Title"));
        calendar.AddProperty("X-PUBLISHED-TTL", "PT1H");   // what programs go by that do not know the next one
        calendar.AddProperty(new CalendarProperty("REFRESH-INTERVAL", "PT1H") { Parameters = { new CalendarParameter("VALUE", "DURATION") } });   // RFC 7986, 5.7
        calendar.Events.AddRange(
            from hour in hours
            from day in hour.Days
            from slot in day.Slots
            select new CalendarEvent
            {
                Uid = $"{slot.At.UtcDateTime:yyyyMMdd'T'HHmm'Z'}.{hour.Organisation.Id}.{practice}@workflows",
                DtStamp = Utc(now),
                Start = Utc(slot.At),
                End = Utc(slot.Until),
                Summary = T(slot.Referral is null ? "Calendar.Free" : "Calendar.Taken", hour.Organisation.Name),
                Location = hour.Hour.Location,
                Transparency = slot.Referral is null ? TransparencyType.Transparent : TransparencyType.Opaque,
            });
        return new CalendarSerializer().SerializeToString(calendar)!;

        string T(string name, params ReadOnlySpan<object?> values) => PageTexts.Of(typeof(CalendarFile), name, language, values);
    }

    static CalDateTime Utc(DateTimeOffset moment) => new(moment.UtcDateTime);
}
