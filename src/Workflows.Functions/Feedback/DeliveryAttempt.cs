namespace Workflows.Functions.Feedback;

/// <summary>What came of one attempt to deliver feedback to a system.</summary>
/// <param name="Result">What it means.</param>
/// <param name="RetryAfter">How long the receiver asks to wait; null when it does not say.</param>
/// <param name="Detail">The code of its answer, or of why there was none; null when it was not called.</param>
public sealed record DeliveryAttempt(DeliveryResult Result, TimeSpan? RetryAfter = null, string? Detail = null);

/// <summary>What an attempt to deliver feedback means.</summary>
public enum DeliveryResult
{
    /// <summary>The receiver has it.</summary>
    Delivered,

    /// <summary>It does not have it, or did not say so: to be tried again.</summary>
    Later,

    /// <summary>There is no system that may be called.</summary>
    NoCallback,

    /// <summary>The receiver wants no more calls.</summary>
    Gone,

    /// <summary>The client no longer consents, or the person's data are gone: nothing goes out any more.</summary>
    Stopped,
}
