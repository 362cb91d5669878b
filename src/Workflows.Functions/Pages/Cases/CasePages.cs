using Microsoft.AspNetCore.Http;
using Workflows.Functions.Audit;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;

namespace Workflows.Functions.Pages.Cases;

/// <summary>The page of a referral: where it stands, whose turn it is, when what happens and why, and what the reader can do now.</summary>
sealed class CasePages(Screens screens, ReferralReader referrals, CaseScreens cases)
{
    /// <summary>Asks to see whom it is about.</summary>
    public const string ClientQuery = "gegevens";

    /// <summary>With <c>?gegevens=1</c> also whom it is about.</summary>
    public async Task<IResult> ShowAsync(HttpRequest request, string id, CancellationToken cancellation)
    {
        if (await referrals.OpenAsync(id, request.Caller, AuditEvents.ReferralRead, ofPerson: false, cancellation) is not { } seen)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var language = LanguageOfPages.Of(request);
        return await screens.ShowAsync<ReferralPage>(request, new
        {
            Screen = await cases.OfAsync(seen, request.Caller, request.Query[ClientQuery] == "1", language, cancellation),
            Done = DoneTexts.Of(request, language),
        });
    }
}
