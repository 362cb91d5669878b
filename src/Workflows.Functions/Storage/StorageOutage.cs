using Azure;
using Azure.Identity;

namespace Workflows.Functions.Storage;

/// <summary>Tells storage that is away, or an identity that nobody vouches for just now, from a defect: the first passes by itself.</summary>
static class StorageOutage
{
    /// <summary>Whether that explains the failure. The client gathers the failures of its own tries, and throws them together.</summary>
    public static bool Explains(Exception failure) => failure is RequestFailedException or AuthenticationFailedException
        || (failure is AggregateException tries && tries.InnerExceptions.All(Explains));
}
