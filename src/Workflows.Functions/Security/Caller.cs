using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Security;

/// <summary>Who is calling, as far as it was proven.</summary>
/// <param name="Kind">How it was proven.</param>
/// <param name="Role">The capacity in which it acts; one at a time.</param>
/// <param name="Id">The id in the directory, of a referrer and of the first administrator that of the account; never a name or an address.</param>
/// <param name="Organisation">The only organisation it belongs to; null when it belongs to none in particular.</param>
/// <param name="Practice">The AGB code of the only practice it belongs to; null when it belongs to none in particular.</param>
sealed record Caller(CallerKind Kind, Role Role, string Id, string? Organisation = null, string? Practice = null)
{
    /// <summary>Who this is in a storage key: "worker!welzijn-zuid!anna", "referrer!01999901".</summary>
    public string Key => string.Join('!', ((string?[])[Code.Of(Role), Role == Role.System ? null : Organisation ?? Practice, Role == Role.Referrer ? null : Id]).OfType<string>());

    /// <summary>Who this is on a timeline. A practice acts as one: which of its people it was stands in the audit log.</summary>
    public Actor Acting(string? onBehalfOf = null) => new(Role, Role == Role.Referrer ? Practice! : Id, onBehalfOf);
}

/// <summary>How a caller proved who it is.</summary>
enum CallerKind
{
    /// <summary>Someone who signed in.</summary>
    Person,

    /// <summary>A system with an API key.</summary>
    System,
}
