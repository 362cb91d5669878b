using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Directory;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Referrals.Deadlines;

namespace Workflows.Functions.Pages.Administer;

/// <summary>The days on which the organisation is closed besides the holidays by law: no deadline of a new referral ends on them.</summary>
sealed class ClosingDaysFunctions(Screens screens, DirectoryDoor door, DirectoryDesk desk, TimeProvider clock)
{
    public const string DaysField = "days";

    const int Most = 200;

    /// <summary><c>GET /gids/{organisation}/sluitingsdagen</c>.</summary>
    [Function("AskForClosingDays")]
    public Task<IResult> Ask([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "gids/{organisation}/sluitingsdagen")] HttpRequest request, string organisation) =>
        door.OpenAsync(request, organisation, found => ShowAsync(
            request, found, FormState.New((DaysField, string.Join('\n', found.ClosingDays.Select(day => day.ToString("d-M-yyyy", CultureInfo.InvariantCulture)))))));

    /// <summary><c>POST /gids/{organisation}/sluitingsdagen</c>: all of them, one a line.</summary>
    [Function("SendClosingDays")]
    public Task<IResult> Send(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "gids/{organisation}/sluitingsdagen")] HttpRequest request,
        string organisation,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        door.TakeAsync(request, organisation, async (found, form) =>
        {
            var lines = form[DaysField].ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (WrongIn(lines, LanguageOfPages.Of(request)) is { } error)
            {
                return await ShowAsync(request, found, new(form.ToDictionary(), [error]), StatusCodes.Status422UnprocessableEntity);
            }

            var shown = form[PersonFunctions.VersionField].ToString();
            var outcome = await desk.ChangeAsync(
                found.Id,
                client,
                (stored, after) => shown == DirectoryVersion.Of(stored.ClosingDays) || stored.ClosingDays == after.ClosingDays,
                (stored, _) => stored is null ? null : stored with { ClosingDays = [.. lines.Select(line => TypedDates.DayOf(line)!.Value).Distinct().Order()] },
                cancellation);
            return outcome.Problem is not { } problem ? new SeeOther(DirectoryNotices.Address($"/gids/{found.Id}/sluitingsdagen", DirectoryNotices.ClosingDays))
                : problem.Kind == ProblemKind.Conflict ? await ShowAsync(request, await door.AgainAsync(found, cancellation), new(form.ToDictionary(), []), StatusCodes.Status409Conflict)
                : problem;
        });

    /// <summary>The first line that is no day.</summary>
    static FormError? WrongIn(string[] lines, Language language)
    {
        var wrong = Array.FindIndex(lines, line => TypedDates.DayOf(line) is null);
        var text = wrong >= 0 ? PageTexts.Of(typeof(ClosingDaysPage), "ClosingDays.WrongLine", language, wrong + 1)
            : lines.Length > Most ? FieldRules.TooMany.Text.In(language, Most)
            : null;
        return text is null ? null : new(DaysField, PageTexts.Of(typeof(ClosingDaysPage), "Field.days", language), text);
    }

    Task<IResult> ShowAsync(HttpRequest request, Organisation organisation, FormState form, int status = StatusCodes.Status200OK)
    {
        var (today, language) = (AmsterdamTime.DayOf(clock.GetUtcNow()), LanguageOfPages.Of(request));
        return screens.ShowAsync<ClosingDaysPage>(
            request,
            new
            {
                Organisation = OrganisationShown.Of(organisation),
                Form = form,
                Version = DirectoryVersion.Of(organisation.ClosingDays),
                Upcoming = (IReadOnlyList<Choice>)
                [
                    .. from day in Enumerable.Range(0, 366).Select(today.AddDays)
                       let name = new WorkCalendar(organisation.ClosingDays).NameOf(day)
                       where name is not null and not DayOff.Weekend
                       select new Choice(Dates.Day(day, language), language == Language.English ? DayOff.InEnglish(name) : DayOff.InDutch(name)),
                ],
                Done = status == StatusCodes.Status200OK ? DirectoryNotices.Of(request) : null,
                IsOvertaken = status == StatusCodes.Status409Conflict,
            },
            status);
    }
}
