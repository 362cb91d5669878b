namespace LocalRuntime.Tests.Faults;

/// <summary>What happens at a call to storage or to a provider.</summary>
enum Fault
{
    None,

    /// <summary>Nothing was done, and the caller sees an error or a timeout.</summary>
    FailBefore,

    /// <summary>It was done, and the caller sees a timeout.</summary>
    FailAfter,

    /// <summary>Nothing was done, and the storage says that a row is not as expected (409, 412).</summary>
    Conflict,

    /// <summary>Nothing was done, and the process is gone.</summary>
    CrashBefore,

    /// <summary>It was done, and the process is gone.</summary>
    CrashAfter,
}
