using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Audit;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Mine;

/// <summary>Withdrawing consent: what follows from it is said before.</summary>
sealed class ConsentFunctions(Screens screens, MyScreens mine, MyCommands commands)
{
    /// <summary>The button that says yes.</summary>
    public const string Confirmation = "confirm";

    const string Command = "withdraw-consent";

    /// <summary><c>GET /mijn/toestemming</c>: withdraws nothing, as every GET.</summary>
    [Function("AskToWithdraw")]
    public async Task<IResult> Ask([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "mijn/toestemming")] HttpRequest request, CancellationToken cancellation)
    {
        if (await mine.OpenAsync(request, AuditEvents.ReferralRead, cancellation) is not { } seen)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        return MyScreens.OpenTo(seen).Contains(Command) ? await ShowAsync(request, seen, FormState.New(), cancellation) : new SeeOther("/mijn/rechten");
    }

    /// <summary><c>POST /mijn/toestemming</c>.</summary>
    [Function("WithdrawMyConsent")]
    public async Task<IResult> Send(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "mijn/toestemming")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return Problem.Of(ProblemKind.UnsupportedMediaType);
        }

        if (await request.ReadFormAsync(cancellation) is var form && form[Confirmation] != "yes")
        {
            return await mine.OpenAsync(request, AuditEvents.ReferralRead, cancellation) is { } seen
                ? await ShowAsync(request, seen, new(form.ToDictionary(), []), cancellation, StatusCodes.Status422UnprocessableEntity)
                : Problem.Of(ProblemKind.NotFound);
        }

        return MyCommands.Answer(await commands.GiveAsync(request, Command, new { }, client, cancellation), "/mijn/verwijzing", Command);
    }

    async Task<IResult> ShowAsync(HttpRequest request, SeenReferral seen, FormState form, CancellationToken cancellation, int status = StatusCodes.Status200OK)
    {
        var organisation = await mine.OrganisationAsync(seen, cancellation);
        return await screens.ShowAsync<WithdrawPage>(
            request,
            new
            {
                Organisation = organisation.Name,
                Worker = seen.Referral.Worker is { } worker ? organisation.Worker(worker)?.Name : null,
                HasEnded = seen.Referral.Status.IsClosed,
                Form = form,
            },
            status);
    }
}
