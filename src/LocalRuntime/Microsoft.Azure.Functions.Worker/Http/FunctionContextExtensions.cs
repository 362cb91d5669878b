using LocalRuntime.Worker;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What ASP.NET Core adds to an invocation.</summary>
public static class FunctionContextExtensions
{
    /// <summary>The request and response of an HTTP function; null for other triggers.</summary>
    public static HttpContext? GetHttpContext(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.TryGetValue(HttpTriggers.HttpContextKey, out var item) ? item as HttpContext : null;
    }
}
