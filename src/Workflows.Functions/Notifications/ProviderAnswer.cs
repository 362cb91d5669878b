using System.Net;

namespace Workflows.Functions.Notifications;

/// <summary>What is known after a message was handed to a provider.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Detail">The provider's message id, or a code that says why not.</param>
sealed record ProviderAnswer(ProviderResult Result, string? Detail = null)
{
    /// <summary>What a status means. <paramref name="detail"/> is the provider's message id, or its own code for what is wrong.</summary>
    public static ProviderAnswer Of(HttpStatusCode status, string? detail) => (int)status switch
    {
        >= 200 and < 300 => new(ProviderResult.Accepted, detail),

        // A wrong key is an administrator's mistake that will be mended: the message waits for it.
        401 or 403 or 429 or 503 => new(ProviderResult.NotNow, $"http{(int)status}"),

        // A gateway that answers for the provider does not know whether the provider had it.
        >= 500 => new(ProviderResult.Unknown, $"http{(int)status}"),
        _ => new(ProviderResult.Refused, detail ?? $"http{(int)status}"),
    };

    /// <summary>No connection, no message. Anything later may have come after the last byte of it.</summary>
    public static ProviderAnswer Of(HttpRequestException failure) =>
        failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
            ? new(ProviderResult.NotNow, "unreachable")
            : new(ProviderResult.Unknown, "connectionLost");

    /// <summary>The call took too long: nobody knows how far it came.</summary>
    public static ProviderAnswer NoneInTime { get; } = new(ProviderResult.Unknown, "noAnswerInTime");
}

/// <summary>What became of a message that was handed to a provider.</summary>
enum ProviderResult
{
    /// <summary>The provider has it.</summary>
    Accepted,

    /// <summary>The provider certainly does not have it, and may take it later.</summary>
    NotNow,

    /// <summary>The provider will never take it.</summary>
    Refused,

    /// <summary>The provider will never take it nor anything else for this address: its owner wants no messages.</summary>
    OptedOut,

    /// <summary>The answer was lost: the provider may have it.</summary>
    Unknown,
}
