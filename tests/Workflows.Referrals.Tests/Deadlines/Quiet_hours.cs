using Workflows.Referrals.Deadlines;

namespace Workflows.Referrals.Tests.Deadlines;

public sealed class Quiet_hours
{
    static readonly WorkCalendar Calendar = new([]);

    static DateTimeOffset Allowed(DateTimeOffset ready) => QuietHours.NextAllowed(ready, Calendar);

    [Fact]
    public void Begin_at_20_00_and_offers_and_reminders_wait_until_09_00()
    {
        Assert.Equal(Amsterdam.At(2026, 4, 13, 19, 59), Allowed(Amsterdam.At(2026, 4, 13, 19, 59)));
        Assert.Equal(Amsterdam.At(2026, 4, 14, 9), Allowed(Amsterdam.At(2026, 4, 13, 20)));
        Assert.Equal(Amsterdam.At(2026, 4, 13, 9), Allowed(Amsterdam.At(2026, 4, 13, 7, 59)));
        Assert.Equal(Amsterdam.At(2026, 4, 13, 8), Allowed(Amsterdam.At(2026, 4, 13, 8)));
    }

    [Fact]
    public void Last_all_day_when_it_is_no_working_day()
    {
        Assert.Equal(Amsterdam.At(2026, 4, 13, 9), Allowed(Amsterdam.At(2026, 4, 11, 12)));
        Assert.Equal(Amsterdam.At(2026, 4, 7, 9), Allowed(Amsterdam.At(2026, 4, 2, 21)));   // Good Friday, the weekend, Easter Monday
    }
}
