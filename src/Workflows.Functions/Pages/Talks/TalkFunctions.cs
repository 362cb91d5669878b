using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Audit;
using Workflows.Functions.Directory;
using Workflows.Functions.Pages.Cases;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;
using Workflows.Referrals.Deadlines;

namespace Workflows.Functions.Pages.Talks;

/// <summary>The list for the next talk of a practice with a worker: on one sheet of paper, with no more of anybody than the two need.</summary>
sealed class TalkFunctions(Screens screens, JointReviews reviews, HeldTalks talks, ListedCases cases, DirectoryStore directory, AuditTrail trail, TimeProvider clock)
{
    const string Page = "/praktijk/overleg";
    const string WithQuery = "met";
    const string NamesQuery = "namen";
    const string DoneQuery = "gedaan";
    const string DayField = "day";

    /// <summary>What fits on a sheet of A4.</summary>
    const int MostShown = 24;

    /// <summary><c>GET /praktijk/overleg?met=welzijn-zuid/anna&amp;namen=</c>.</summary>
    [Function("ShowJointReview")]
    public Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "praktijk/overleg")] HttpRequest request, CancellationToken cancellation) =>
        ShowAsync(request, request.Query[WithQuery], FormState.New((DayField, Today.ToString("O", CultureInfo.InvariantCulture))), cancellation);

    /// <summary><c>POST /praktijk/overleg</c>: they spoke; the next list begins there.</summary>
    [Function("RecordTalk")]
    public async Task<IResult> Record([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "praktijk/overleg")] HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return Problem.Of(ProblemKind.UnsupportedMediaType);
        }

        var (form, practice) = (await request.ReadFormAsync(cancellation), request.Caller.Practice!);
        if (Partner.Of(form[WithQuery]) is not { } partner
            || await directory.OrganisationAsync(partner.Organisation, cancellation) is not { } organisation
            || organisation.AgreementWith(practice) is null
            || (partner.Worker is { } worker && organisation.Worker(worker) is null))
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        if (TypedDates.DayOf(form[DayField]) is not { } day || day > Today || day < Today.AddYears(-1))
        {
            var language = LanguageOfPages.Of(request);
            FormError error = new(DayField, T("Talk.Day", language), T("Error.Day", language));
            return await ShowAsync(request, form[WithQuery], new(form.ToDictionary(), [error]), cancellation, StatusCodes.Status422UnprocessableEntity);
        }

        await talks.RecordAsync(practice, partner, day, cancellation);
        return new SeeOther($"{Page}?{WithQuery}={partner}&{DoneQuery}=1");
    }

    DateOnly Today => AmsterdamTime.DayOf(clock.GetUtcNow());

    async Task<IResult> ShowAsync(HttpRequest request, string? with, FormState form, CancellationToken cancellation, int status = StatusCodes.Status200OK)
    {
        var (caller, language, filters) = (request.Caller, LanguageOfPages.Of(request), new Filters(request, WithQuery, NamesQuery));
        var withNames = filters[NamesQuery] == "1";
        await trail.RecordAsync(AuditEvents.ListRead, caller, organisation: null);
        var all = await reviews.OfAsync(caller.Practice!, cancellation);
        var shown = all.FirstOrDefault(review => review.Partner.ToString() == with) ?? (all is [var first, ..] ? first : null);
        List<PageLink> partners = [];
        foreach (var review in all)
        {
            partners.Add(new(filters.With(WithQuery, review.Partner.ToString()), $"{CaseCommands.Capital(await NameAsync(review.Partner, language, cancellation))} ({review.Rows.Count.ToString(CultureInfo.InvariantCulture)})", review == shown));
        }

        return await screens.ShowAsync<TalkPage>(
            request,
            new
            {
                Partner = shown?.Partner.ToString() ?? "",
                Name = shown is null ? "" : await NameAsync(shown.Partner, language, cancellation),
                Partners = (IReadOnlyList<PageLink>)partners,
                Names = new PageLink(filters.With(NamesQuery, withNames ? null : "1"), T(withNames ? "Talk.HideNames" : "Talk.ShowNames", language)),
                LastTalk = shown?.LastTalk,
                Today,
                Items = (IReadOnlyList<TalkItem>)await Task.WhenAll((shown?.Rows ?? []).Take(MostShown).Select(async row => new TalkItem(
                    row.Id, row.ReceivedAt, withNames ? await ShortNameAsync(row, caller, cancellation) : null, TalkItem.Reasons(row, language)))),
                Others = Math.Max(0, (shown?.Rows.Count ?? 0) - MostShown),
                Form = form,
                IsDone = request.Query.ContainsKey(DoneQuery),
            },
            status);
    }

    async Task<string> NameAsync(Partner partner, Language language, CancellationToken cancellation)
    {
        var organisation = await directory.OrganisationAsync(partner.Organisation, cancellation);
        return partner.Worker is { } worker ? organisation?.Worker(worker)?.Name ?? worker : T("Talk.Coordinator", language, organisation?.Name ?? partner.Organisation);
    }

    async Task<string?> ShortNameAsync(ListedReferral row, Caller caller, CancellationToken cancellation) =>
        await cases.ClientAsync(row.Id, row.Organisation, caller, cancellation) is { } client
            ? string.Create(CultureInfo.InvariantCulture, $"{client.GivenName} {InitialOf(client.FamilyName)}. ({client.BirthDate.Year})")
            : null;

    /// <summary>The B of “de Boer”: what comes before the name itself tells nobody apart.</summary>
    internal static string InitialOf(string familyName) =>
        familyName.EnumerateRunes().Where(Rune.IsUpper).Concat(familyName.EnumerateRunes().Select(Rune.ToUpperInvariant)).First().ToString();

    static string T(string name, Language language, params ReadOnlySpan<object?> values) => PageTexts.Of(typeof(TalkPage), name, language, values);
}
