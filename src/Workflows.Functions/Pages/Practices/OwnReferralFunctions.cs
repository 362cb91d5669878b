using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Audit;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Pages.Practices;

/// <summary>A practice's own referrals: what is under way, what waits for the practice and what has ended, each with whose turn it is.</summary>
sealed class OwnReferralFunctions(Screens screens, ListStore lists, OwnReferrals own, AuditTrail trail)
{
    const string GroupQuery = "toon";
    const string NamesQuery = "namen";

    const int PageLength = 24;

    /// <summary>More than this nobody counts.</summary>
    const int MostCounted = 99;

    /// <summary><c>GET /praktijk?toon=&amp;namen=&amp;na=</c>.</summary>
    [Function("ShowOwnReferrals")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "praktijk")] HttpRequest request, CancellationToken cancellation)
    {
        var (caller, language) = (request.Caller, LanguageOfPages.Of(request));
        var practice = caller.Practice!;
        var filters = new Filters(request, GroupQuery, NamesQuery);
        var group = OwnGroup.All.FirstOrDefault(group => group == filters[GroupQuery]) ?? OwnGroup.Open;
        var withNames = filters[NamesQuery] == "1";

        await trail.RecordAsync(AuditEvents.ListRead, caller, organisation: null);
        var page = await lists.ReadAsync(ListOf(group, practice), PageLength, filters[Filters.After], cancellation);
        var waiting = await lists.CountAsync(ReferralLists.UnseenByPractice(practice), MostCounted, cancellation);
        var items = await own.OfAsync(page.Rows.Select(ReferralJson.ReadListed), caller, withNames, language, cancellation);

        return await screens.ShowAsync<OwnReferralsPage>(request, new
        {
            Group = group,
            Filters = (IReadOnlyList<PageLink>)[.. OwnGroup.All.Select(other => new PageLink(filters.With(GroupQuery, other), NameOf(other), other == group))],
            Names = new PageLink(filters.With(NamesQuery, withNames ? null : "1"), T(withNames ? "Own.HideNames" : "Own.ShowNames")),
            Items = (IReadOnlyList<OwnItem>)items,
            Next = page.After is { } after ? filters.With(Filters.After, after) : null,
        });

        string T(string name, params ReadOnlySpan<object?> values) => PageTexts.Of(typeof(OwnReferralsPage), name, language, values);
        string NameOf(string other) => other == OwnGroup.Turn && waiting > 0 ? T("Group.beurt.Counted", waiting.ToString(CultureInfo.InvariantCulture)) : T($"Group.{other}");
    }

    static string ListOf(string group, string practice) => group switch
    {
        OwnGroup.Turn => ReferralLists.UnseenByPractice(practice),
        OwnGroup.Ended => ReferralLists.EndedOfPractice(practice),
        _ => ReferralLists.OpenOfPractice(practice),
    };
}
