using Workflows.Functions.Directory;
using Workflows.Functions.Security;
using Workflows.Referrals.Pathways;

namespace Workflows.Functions.Pages.Refer;

/// <summary>A practice and the organisation to which it refers: one agreement.</summary>
sealed record PracticeChoice(Organisation Organisation, Practice Practice, Agreement Agreement, Pathway Pathway)
{
    /// <summary>As the form posts it: <c>welzijn-zuid/01999901</c>.</summary>
    public string Value => $"{Organisation.Id}/{Practice.Agb}";

    /// <summary>What somebody can choose from: all agreements, or those of the practice that is signed in.</summary>
    public static IReadOnlyList<PracticeChoice> For(Caller? caller, IEnumerable<Organisation> organisations) =>
    [
        .. from organisation in organisations
           from agreement in organisation.Agreements
           where caller?.Practice is null || caller.Practice == agreement.Practice
           let practice = organisation.Practice(agreement.Practice)
           let pathway = organisation.Pathway(agreement.Pathway)
           where practice is not null && pathway is not null
           orderby practice.Name
           select new PracticeChoice(organisation, practice, agreement, pathway),
    ];
}
