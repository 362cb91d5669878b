using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Audit;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;

namespace Workflows.Functions.Pages.Work;

/// <summary>The page of a referral: where it stands, whose turn it is, when what happens and why, and what the worker can do now.</summary>
sealed class ReferralFunctions(Screens screens, ReferralReader referrals, WorkScreens work)
{
    const string ClientQuery = "gegevens";

    /// <summary><c>GET /werk/{id}</c>; with <c>?gegevens=1</c> also whom it is about.</summary>
    [Function("ShowCase")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "werk/{id}")] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (await referrals.OpenAsync(id, request.Caller, AuditEvents.ReferralRead, ofPerson: false, cancellation) is not { } seen)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var language = LanguageOfPages.Of(request);
        return await screens.ShowAsync<ReferralPage>(request, new
        {
            Screen = await work.OfAsync(seen, request.Caller, request.Query[ClientQuery] == "1", language, cancellation),
            Done = DoneTexts.Of(request, language),
        });
    }
}
