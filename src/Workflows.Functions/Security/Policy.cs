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
    public static Policy BySignature { get; } = new(true, []);

    public static Policy Only(params ReadOnlySpan<Role> roles) => new(false, ValueList.Of(roles));

    public bool Allows(Caller? caller) => IsPublic || (caller is not null && Roles.Contains(caller.Role));
}
