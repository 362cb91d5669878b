using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Audit;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Referrals;

/// <summary><c>GET /api/referrals?worker=&amp;practice=&amp;status=&amp;stuck=&amp;top=&amp;after=</c>: one list at a time, in pages.</summary>
sealed class ListReferrals(ListStore lists, AuditTrail trail)
{
    const int UsualPage = 50;

    [Function(nameof(ListReferrals))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/referrals")] HttpRequest request, CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        var top = Top(request.Query["top"], errors);
        var list = ListOf(request.Caller, request.Query, errors);
        if (errors.Any)
        {
            return Problem.With(errors);
        }

        await trail.RecordAsync(AuditEvents.ListRead, request.Caller, organisation: null, refusal: list is null ? AuditRefusals.Role : null);
        if (list is null)
        {
            return Problem.Of(ProblemKind.Forbidden);
        }

        var page = await lists.ReadAsync(list, top, request.Query["after"].FirstOrDefault(), cancellation);
        var shown = page.Rows.Select(ReferralJson.ReadListed).Select(row => request.Caller.Role == Role.Coordinator ? row : row with { Concerns = null });
        return Results.Json(new { referrals = shown, after = page.After }, ReferralJson.Edge);
    }

    /// <summary>The list that the caller may see and the filters name; null when the caller sees no lists.</summary>
    static string? ListOf(Caller caller, IQueryCollection query, FieldErrors errors)
    {
        string? Filter(string name) => query[name].FirstOrDefault() is { Length: > 0 } value ? value : null;

        ReferralStatus? status = null;
        if (Filter("status") is { } named)
        {
            status = Enum.TryParse<ReferralStatus>(named, ignoreCase: true, out var known) && Enum.IsDefined(known)
                ? known
                : errors.Refuse<ReferralStatus?>("/status", FieldRules.NotAccepted, string.Join(", ", Enum.GetNames<ReferralStatus>()));
        }

        if (Filter("stuck") is not (null or "true" or "false"))
        {
            errors.Add("/stuck", FieldRules.NotAccepted, "true, false");
        }

        return caller switch
        {
            { Role: Role.Worker, Organisation: { } organisation } => ReferralLists.OfWorker(organisation, caller.Id),
            { Role: Role.Referrer, Practice: { } practice } => ReferralLists.OfPractice(practice),
            { Role: Role.Coordinator, Organisation: { } organisation } =>
                Filter("stuck") is "true" ? ReferralLists.Stuck(organisation)
                : Filter("worker") is { } worker ? ReferralLists.OfWorker(organisation, worker)
                : Filter("practice") is { } practice ? ReferralLists.OfPractice(organisation, practice)
                : status is { } wanted ? ReferralLists.OfStatus(organisation, wanted)
                : ReferralLists.All(organisation),
            _ => null,
        };
    }

    static int Top(string? text, FieldErrors errors) =>
        string.IsNullOrEmpty(text) ? UsualPage
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var top) && top is >= 1 and <= ListStore.LongestPage ? top
        : errors.Refuse<int>("/top", FieldRules.OutOfRange, 1, ListStore.LongestPage);
}
