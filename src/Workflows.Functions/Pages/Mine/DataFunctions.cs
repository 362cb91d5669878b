using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Audit;
using Workflows.Functions.Clients;
using Workflows.Functions.Pages.Cases;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Mine;

/// <summary>What is held about a client, who sees what of it and on what ground, who looked, and how much the practice hears.</summary>
sealed class DataFunctions(Screens screens, MyScreens mine, MyCommands commands, ClientExports exports, DossierStore dossiers, AccessLog log)
{
    const string Sharing = "change-sharing";

    /// <summary><c>GET /mijn/gegevens</c>.</summary>
    [Function("ShowMyData")]
    public async Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "mijn/gegevens")] HttpRequest request, CancellationToken cancellation)
    {
        if (await mine.OpenAsync(request, AuditEvents.ClientRead, cancellation) is not { } seen || await dossiers.ReadAllAsync(seen.Referral.Id, cancellation) is not { Count: > 0 } dossier)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var (language, referral) = (LanguageOfPages.Of(request), seen.Referral);
        var organisation = await mine.OrganisationAsync(seen, cancellation);
        var ground = MyGround.Of(referral, dossier, language);
        var retention = referral.OpenDeadlines.FirstOrDefault(deadline => deadline.Kind is DeadlineKind.RequestedErasure or DeadlineKind.Retention);
        return await screens.ShowAsync<DataPage>(request, new
        {
            Card = ClientCard.Of(dossier, language),
            Ground = ground,
            Recipients = (IReadOnlyList<DataRecipient>)
            [
                new(
                    organisation.Practice(referral.Practice)?.Name ?? referral.Practice,
                    Text(referral.ConsentIsWithdrawn ? "Sees.Practice.Nothing" : referral.Submission.SharesContentWithReferrer ? "Sees.Practice.Content" : "Sees.Practice.Moments", language),
                    ground),
                new(organisation.Name, Text("Sees.Organisation", language), ground),
                new(Text("Recipient.Municipality", language), Text("Sees.Municipality", language), Text("Ground.none", language)),
                new(Text("Recipient.Providers", language), Text("Sees.Providers", language), Text("Ground.processor", language)),
            ],
            KeptUntil = retention,
            SharesContent = referral.Submission.SharesContentWithReferrer,
            MayChangeSharing = MyScreens.OpenTo(seen).Contains(Sharing),
            MayWithdraw = MyScreens.OpenTo(seen).Contains("withdraw-consent"),
            Done = MyDone.Of(request, language),
        });
    }

    /// <summary><c>POST /mijn/delen</c>: how much the practice hears from now on.</summary>
    [Function("ChangeMySharing")]
    public async Task<IResult> Share(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "mijn/delen")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return Problem.Of(ProblemKind.UnsupportedMediaType);
        }

        var content = (await request.ReadFormAsync(cancellation))["content"].ToString();
        if (content is not ("yes" or "no"))
        {
            return Problem.Of(ProblemKind.BadRequest);
        }

        return MyCommands.Answer(await commands.GiveAsync(request, Sharing, new { shareContentWithReferrer = content == "yes" }, client, cancellation), "/mijn/gegevens", Sharing);
    }

    /// <summary><c>GET /mijn/inzage</c>: who looked at the data, or wanted to.</summary>
    [Function("ShowWhoLooked")]
    public async Task<IResult> Looked([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "mijn/inzage")] HttpRequest request, CancellationToken cancellation)
    {
        if (await mine.OpenAsync(request, AuditEvents.AccessLogRead, cancellation) is not { } seen)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var language = LanguageOfPages.Of(request);
        var looks = await log.OfAsync(seen.Referral, cancellation);
        return await screens.ShowAsync<LookedPage>(request, new
        {
            Looks = Look.ByDay(looks.Where(look => look.Role is not (Role.Client or Role.Process)).Select(look => Look.Of(look, language)), language),
            Own = looks.Count(look => look.Role is Role.Client),
        });
    }

    /// <summary><c>GET /mijn/gegevens/bestand?soort=json</c>: everything that is held, as a file to read or to take along.</summary>
    [Function("GetMyData")]
    public async Task<IResult> Export([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "mijn/gegevens/bestand")] HttpRequest request, CancellationToken cancellation) =>
        await mine.OpenAsync(request, AuditEvents.DataExported, cancellation) is { } seen
            ? await exports.AnswerAsync(request, seen, asJson: request.Query["soort"] == "json", LanguageOfPages.Of(request), cancellation)
            : Problem.Of(ProblemKind.NotFound);

    static string Text(string name, Language language, params ReadOnlySpan<object?> values) => PageTexts.Of(typeof(DataPage), name, language, values);
}
