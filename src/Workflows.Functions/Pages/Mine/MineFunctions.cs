using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Audit;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Pages.Mine;

/// <summary>The first of a client's own pages: where it stands, the next appointment, who helps.</summary>
sealed class MineFunctions(Screens screens, MyScreens mine)
{
    /// <summary><c>GET /mijn/verwijzing</c>.</summary>
    [Function("ShowMine")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "mijn/verwijzing")] HttpRequest request, CancellationToken cancellation)
    {
        if (await mine.OpenAsync(request, AuditEvents.ReferralRead, cancellation) is not { } seen)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var language = LanguageOfPages.Of(request);
        return await screens.ShowAsync<OverviewPage>(request, new
        {
            My = await mine.OfAsync(seen, language, cancellation),
            TellsHowItWas = MyTasks.TellsHowItWas(seen.Referral) && MyScreens.OpenTo(seen).Contains("record-measurement"),
            Done = MyDone.Of(request, language),
        });
    }
}
