namespace LocalRuntime.DurableTask.Store;

/// <summary>How a storage request failed.</summary>
enum StoreFailure
{
    /// <summary>Nobody knows whether it was done: a timeout, a lost connection, a busy or broken server. Ask again.</summary>
    Unavailable,

    /// <summary>Not done: a row is there that should not be, is not there, or has another ETag.</summary>
    Conflict,

    /// <summary>Not done, and never will be: too large or malformed.</summary>
    Rejected,
}

/// <summary>A storage request that failed.</summary>
sealed class StoreException(StoreFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public StoreFailure Failure { get; } = failure;
}
