namespace Workflows.Functions.Storage;

/// <summary>A referral as somebody sent it in.</summary>
/// <param name="Caller">Who sent it, as a table key, for instance <c>referrer!01999901</c>.</param>
/// <param name="IdempotencyKey">The sender's own key; null when none was given.</param>
/// <param name="Content">All that was sent, in a form that is the same when the same is sent again.</param>
/// <param name="Referral">The random id that the referral gets when this is a new one.</param>
sealed record Submission(string Caller, string? IdempotencyKey, string Content, string Referral);

/// <summary>Which referral a submission became.</summary>
abstract record Submitted
{
    /// <summary>The referral's id; null when the key belongs to other content.</summary>
    public string? Id => this switch
    {
        New { Referral: var id } => id,
        Same { Referral: var id } => id,
        _ => null,
    };

    /// <summary>A new referral.</summary>
    public sealed record New(string Referral) : Submitted;

    /// <summary>
    /// One that was submitted before. It says nothing about how far that came: the steps after it can be repeated, and have to be.
    /// </summary>
    public sealed record Same(string Referral) : Submitted;

    /// <summary>The key belongs to other content.</summary>
    public sealed record Conflict : Submitted;
}
