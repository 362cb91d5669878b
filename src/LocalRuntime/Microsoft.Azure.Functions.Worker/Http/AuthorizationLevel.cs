namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which key a caller of an HTTP function must show in Azure; on a developer's machine none is asked for.</summary>
public enum AuthorizationLevel
{
    /// <summary>No key.</summary>
    Anonymous = 0,

    /// <summary>A signed-in user.</summary>
    User = 1,

    /// <summary>A key of the function or of the app.</summary>
    Function = 2,

    /// <summary>A key of the system.</summary>
    System = 3,

    /// <summary>The master key.</summary>
    Admin = 4,
}
