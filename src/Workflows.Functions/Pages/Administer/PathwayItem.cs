using System.Globalization;
using Workflows.Functions.Directory;
using Workflows.Functions.Problems;
using Workflows.Referrals.Pathways;

namespace Workflows.Functions.Pages.Administer;

/// <summary>A version of a pathway.</summary>
/// <param name="Version">As addresses name it: <c>default.1</c>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Label">Id and version.</param>
/// <param name="IsOwn">Whether the organisation made it; else it comes with the product.</param>
/// <param name="Practices">The practices whose new referrals follow it, by name.</param>
public sealed record PathwayItem(string Version, string Name, string Label, bool IsOwn, IReadOnlyList<string> Practices)
{
    /// <summary>The organisation's own first, of each the latest version first.</summary>
    internal static IReadOnlyList<PathwayItem> AllOf(Organisation organisation, Language language) =>
    [
        .. organisation.Pathways.OrderBy(pathway => pathway.Id).ThenByDescending(pathway => pathway.Version).Select(pathway => Of(pathway, organisation, isOwn: true, language)),
        .. ShippedPathways.All.Select(pathway => Of(pathway, organisation, isOwn: false, language)),
    ];

    /// <summary>The version that an address names: one of the organisation's own, or one that comes with the product; null when there is none.</summary>
    internal static Pathway? Find(Organisation organisation, string version) =>
        organisation.Pathways.Concat(ShippedPathways.All).FirstOrDefault(pathway => VersionOf(pathway.Id, pathway.Version) == version);

    static PathwayItem Of(Pathway pathway, Organisation organisation, bool isOwn, Language language) => new(
        VersionOf(pathway.Id, pathway.Version),
        pathway.Name.In(language),
        pathway.VersionLabel,
        isOwn,
        [
            .. from agreement in organisation.Agreements
               where organisation.Pathway(agreement.Pathway) == pathway
               select organisation.Practice(agreement.Practice)?.Name ?? agreement.Practice,
        ]);

    internal static string VersionOf(string id, int version) => string.Create(CultureInfo.InvariantCulture, $"{id}.{version}");
}
