using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Audit;

/// <summary>Why a caller might see or change somebody's data.</summary>
static class AuditGrounds
{
    public const string OwnCaseload = "own-caseload";
    public const string StandsIn = "stands-in";

    /// <summary>A worker who was asked before is told how it went on, and reads nothing personal.</summary>
    public const string WasAsked = "was-asked";

    public const string OwnOrganisation = "own-organisation";
    public const string OwnPractice = "own-practice";
    public const string Self = "self";
    public const string ScopeOfKey = "scope-of-key";

    /// <summary>What was agreed beforehand, carried out without anybody asking at that moment.</summary>
    public const string Agreed = "agreed";

    /// <summary>The ground on which this caller sees the referral.</summary>
    public static string Of(Actor caller, bool mayReadDossier) => caller.Role switch
    {
        Role.Worker when caller.OnBehalfOf is not null => StandsIn,
        Role.Worker => mayReadDossier ? OwnCaseload : WasAsked,
        _ => Of(caller.Role),
    };

    /// <summary>The ground on which somebody of that role sees what is theirs.</summary>
    public static string Of(Role role) => role switch
    {
        Role.Worker => OwnCaseload,
        Role.Coordinator => OwnOrganisation,
        Role.Referrer => OwnPractice,
        Role.Client => Self,
        Role.System => ScopeOfKey,
        _ => Agreed,
    };
}
