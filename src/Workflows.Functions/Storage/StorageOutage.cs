using Azure;
using Azure.Identity;

namespace Workflows.Functions.Storage;

/// <summary>Tells storage that is away, or an identity that nobody vouches for just now, from a defect: the first passes by itself.</summary>
static class StorageOutage
{
    /// <summary>Whether that explains the failure, which is tried again later; storage may have answered, too.</summary>
    public static bool Explains(Exception failure) => All(failure, tried => tried is RequestFailedException or AuthenticationFailedException);

    /// <summary>Whether storage did not answer, or with an error of its own.</summary>
    public static bool IsAway(Exception failure) => All(failure, tried => tried is RequestFailedException { Status: 0 or >= 500 });

    /// <summary>The client gathers the failures of its own tries, and throws them together.</summary>
    static bool All(Exception failure, Func<Exception, bool> isSo) => isSo(failure) || (failure is AggregateException tries && tries.InnerExceptions.All(tried => All(tried, isSo)));
}
