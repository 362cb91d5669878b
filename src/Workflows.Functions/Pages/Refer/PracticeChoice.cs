using Microsoft.AspNetCore.Http;
using Workflows.Functions.Directory;
using Workflows.Functions.Security;
using Workflows.Referrals.Pathways;

namespace Workflows.Functions.Pages.Refer;

/// <summary>A practice and the organisation to which it refers: one agreement.</summary>
sealed record PracticeChoice(Organisation Organisation, Practice Practice, Agreement Agreement, Pathway Pathway)
{
    /// <summary>As the form posts it: <c>welzijn-zuid/01999901</c>.</summary>
    public string Value => $"{Organisation.Id}/{Practice.Agb}";

    /// <summary>Remembers in a browser where it referred to last.</summary>
    public const string Cookie = "praktijk";

    /// <summary>What this browser chose before, or the only choice; null when it has to choose.</summary>
    public static PracticeChoice? RememberedBy(HttpRequest request, IReadOnlyList<PracticeChoice> choices) =>
        choices.FirstOrDefault(choice => choice.Value == request.Cookies[Cookie]) ?? (choices is [var only] ? only : null);

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
