using Workflows.Functions.Security.Web;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Security;

/// <summary>Who may call an endpoint at all. Whether the thing called for is theirs is asked after that.</summary>
/// <param name="IsPublic">Also who did not prove who they are.</param>
/// <param name="Roles">The roles that may, when not everybody may.</param>
sealed record Policy(bool IsPublic, ValueList<Role> Roles)
{
    /// <summary>It shows nothing of anybody.</summary>
    public static Policy Anyone { get; } = new(true, []);

    /// <summary>Who signs what it sends: the function itself checks the signature, or takes a key in its place, before it does anything.</summary>
    public static Policy BySignature { get; } = new(true, []) { IsSigned = true, Pace = Pace.System };

    /// <summary>Who enters a code that was sent: few tries for each address.</summary>
    public static Policy ByCode { get; } = new(true, []) { Pace = Pace.Guessing };

    /// <summary>Whether the function itself finds out who sent it, by what no browser sends along by itself.</summary>
    public bool IsSigned { get; private init; }

    /// <summary>How often an address may call from which nobody known calls.</summary>
    public Pace Pace { get; private init; } = Pace.Unknown;

    /// <summary>What a call is in the audit log, when it is about persons: who is refused is recorded too. Null for what shows and changes nothing personal.</summary>
    public string? Audited { get; private init; }

    public static Policy Only(params ReadOnlySpan<Role> roles) => new(false, ValueList.Of(roles));

    /// <summary>As this one, for a call that shows or changes personal data.</summary>
    /// <param name="audited">One of <see cref="Audit.AuditEvents"/>.</param>
    public Policy OfPersons(string audited) => this with { Audited = audited };

    public bool Allows(Caller? caller) => IsPublic || (caller is not null && Roles.Contains(caller.Role));
}
