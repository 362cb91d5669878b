using System.Text;
using System.Text.RegularExpressions;
using Workflows.Functions.Handover;
using Workflows.Functions.Storage;
using Workflows.Functions.Tests.Pages.Coordinate;
using Workflows.Functions.Tests.Pages.Practices;

namespace Workflows.Functions.Tests.Pages.ConsultationHours;

public sealed partial class When_a_calendar_program_reads_the_hours(PagesApp app) : IClassFixture<PagesApp>
{
    const string Hours = "/praktijk/spreekuur";

    [Fact]
    public async Task It_gets_each_slot_of_twelve_weeks_taken_or_free_and_nothing_about_anybody()
    {
        var referral = await app.ReferAsync("Agenda");
        var worker = await app.WorkerAsync(referral);
        await app.GiveAsync($"worker/{worker}", referral, "accept");
        var address = await AddressAsync();
        using var program = app.Visitor(accept: "text/calendar");

        await program.OpenAsync(address);

        Assert.Equal((200, "text/calendar; charset=utf-8"), (program.Status, program.ContentType));
        var events = Events(program.Html);
        Assert.Equal(11 * 4, events.Count);   // twelve Tuesdays, less 5 May
        Assert.Equal(["DTSTART:20260414T110000Z", "DTEND:20260414T113000Z", "SUMMARY:Spreekuur Welzijn Zuid: bezet", "TRANSP:OPAQUE"], Told(events[0]));
        Assert.Equal(["DTSTART:20260414T113000Z", "DTEND:20260414T120000Z", "SUMMARY:Spreekuur Welzijn Zuid: vrij", "TRANSP:TRANSPARENT"], Told(events[1]));
        Assert.Equal(events.Count, events.Select(one => Value(one, "UID")).Distinct().Count());
        Assert.All([referral, worker, "Agenda", "Ria", "Anna"], told => Assert.DoesNotContain(told, program.Html, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task It_is_a_file_as_the_standard_wants_it()
    {
        var address = await AddressAsync();
        using var program = app.Visitor();
        await program.OpenAsync(address);

        var lines = program.Html.Split("\r\n");

        Assert.DoesNotContain('\n', string.Concat(lines));
        Assert.All(lines, line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));   // RFC 5545, 3.1
        Assert.Equal(["BEGIN:VCALENDAR", "END:VCALENDAR", ""], [lines[0], lines[^2], lines[^1]]);
        Assert.Contains("VERSION:2.0", lines);
        Assert.Single(lines, line => line.StartsWith("PRODID:", StringComparison.Ordinal));
        Assert.All(Events(program.Html), one => Assert.All(["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION"], name => Assert.NotNull(Value(one, name))));
        Assert.All(Events(program.Html), one => Assert.Equal("Spreekkamer 3\\, De Linde", Value(one, "LOCATION")));
    }

    [Fact]
    public async Task An_address_that_was_replaced_or_taken_back_opens_nothing_any_more()
    {
        var first = await AddressAsync();
        var second = await AddressAsync();
        using var program = app.Visitor();
        using var practice = await app.PracticeAsync();

        await program.OpenAsync(first);
        Assert.Equal(404, program.Status);
        await program.OpenAsync(second);
        Assert.Equal(200, program.Status);

        await practice.OpenAsync(Hours);
        await practice.SubmitAsync($"{Hours}/agenda-intrekken");
        await program.OpenAsync(second);
        Assert.Equal(404, program.Status);
        await practice.OpenAsync(Hours);
        Assert.DoesNotContain("/agenda/01999901/", practice.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_opens_no_other_practices_and_is_no_sign_in()
    {
        var address = await AddressAsync();
        await app.Get<CalendarAddresses>().MakeAsync("01999902");
        using var program = app.Visitor();

        await program.OpenAsync(address.Replace("01999901", "01999902", StringComparison.Ordinal));
        Assert.Equal(404, program.Status);
        await program.OpenAsync(address[..^1]);
        Assert.Equal(404, program.Status);
        await program.OpenAsync(address);
        await program.OpenAsync("/praktijk");
        Assert.Equal(303, program.Status);
    }

    [Fact]
    public async Task The_table_alone_holds_no_address()
    {
        var address = await AddressAsync();

        var rows = await app.Get<Tables>().Practices.QueryAsync<Azure.Data.Tables.TableEntity>(row => row.PartitionKey == "01999901").ToListAsync();

        Assert.NotEmpty(rows);
        Assert.All(rows.SelectMany(row => row.Keys.Select(name => row[name])).OfType<string>(), value => Assert.DoesNotContain(value, address.Split('/')[^1], StringComparison.Ordinal));
    }

    /// <summary>A new address, as the page of the practice shows it.</summary>
    async Task<string> AddressAsync()
    {
        using var practice = await app.PracticeAsync();
        await practice.OpenAsync(Hours);
        await practice.SubmitAsync($"{Hours}/agenda");
        Assert.Equal((303, $"{Hours}#agenda"), (practice.Status, practice.Location));
        await practice.OpenAsync(Hours);
        return new Uri(Shown().Match(practice.Text).Groups[1].Value).PathAndQuery;
    }

    static List<string> Events(string file) => [.. Event().Matches(file.Replace("\r\n ", "", StringComparison.Ordinal)).Select(one => one.Value)];

    static string? Value(string one, string name) => one.Split("\r\n").FirstOrDefault(line => line.StartsWith($"{name}:", StringComparison.Ordinal))?[(name.Length + 1)..];

    static string[] Told(string one) => [.. from name in (string[])["DTSTART", "DTEND", "SUMMARY", "TRANSP"] select $"{name}:{Value(one, name)}"];

    [GeneratedRegex("BEGIN:VEVENT.*?END:VEVENT", RegexOptions.Singleline)]
    private static partial Regex Event();

    [GeneratedRegex("id=\"agenda-adres\" readonly[^>]* value=\"([^\"]+)\"")]
    private static partial Regex Shown();
}
