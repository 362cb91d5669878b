using Workflows.Functions.Referrals;
using Workflows.Functions.Security;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Audit;

/// <summary>Records what callers do, before they do it.</summary>
sealed class AuditTrail(AuditLog log, TimeProvider clock)
{
    /// <summary>The caller is about to see or change what is theirs.</summary>
    /// <param name="what">One of <see cref="AuditEvents"/>.</param>
    /// <param name="caller">Who.</param>
    /// <param name="organisation">Whose data they are; null when they are no organisation's in particular.</param>
    /// <param name="referral">About whom; null when nobody in particular is meant.</param>
    /// <param name="refusal">Why it will not be; null when it will.</param>
    /// <exception cref="AuditUnavailableException">It could not be recorded, and must not happen.</exception>
    public Task RecordAsync(string what, Caller caller, string? organisation, string? referral = null, string? refusal = null) =>
        AppendAsync(organisation ?? caller.Organisation, what, caller.Acting(), caller, referral, refusal is null ? AuditGrounds.Of(caller.Role) : null, refusal);

    /// <summary>The caller is about to see or change a referral that it may see.</summary>
    /// <inheritdoc cref="RecordAsync(string, Caller, string?, string?, string?)"/>
    public Task RecordAsync(string what, Caller caller, SeenReferral seen, string? refusal = null) =>
        AppendAsync(seen.Referral.Organisation, what, seen.Caller, caller, seen.Referral.Id, refusal is null ? AuditGrounds.Of(seen.Caller, seen.MayReadDossier) : null, refusal);

    /// <summary>The process does by itself what was agreed.</summary>
    public Task RecordAsync(string what, string organisation, string referral) =>
        AppendAsync(organisation, what, Actor.Process, null, referral, AuditGrounds.Agreed, null);

    /// <summary>An id that a caller gave, when it has the form of one: anything else may be a name.</summary>
    public static string? IdOf(object? given) => given is string id && Guid.TryParseExact(id, "N", out _) ? id : null;

    Task AppendAsync(string? organisation, string what, Actor actor, Caller? caller, string? referral, string? ground, string? refusal) => log.AppendAsync(
        organisation ?? AuditMonth.App,
        new(what, clock.GetUtcNow(), referral, actor.Role, actor.Id, caller is { Role: Role.Referrer } ? caller.Id : null, actor.OnBehalfOf, ground, refusal));
}
