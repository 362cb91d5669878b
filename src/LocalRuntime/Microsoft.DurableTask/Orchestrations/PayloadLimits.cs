namespace LocalRuntime.DurableTask.Orchestrations;

/// <summary>How large one serialized value may be. A row of 1 MiB holds an input, an output, a custom status and recent history together.</summary>
static class PayloadLimits
{
    /// <summary>Characters of an input, a result, an event's payload or an output: 256 KiB as Table Storage counts.</summary>
    public const int Payload = 128 * 1024;

    /// <summary>Characters of a custom status: 16 KiB, as in the real SDK.</summary>
    public const int CustomStatus = 8 * 1024;

    /// <exception cref="ArgumentException">The value is larger; nothing was written.</exception>
    public static string? Check(string? serialized, string what, int limit = Payload) => serialized?.Length > limit
        ? throw new ArgumentException($"{what} is {serialized.Length} characters of JSON; at most {limit} are stored. Keep large data elsewhere and pass its key.")
        : serialized;
}
