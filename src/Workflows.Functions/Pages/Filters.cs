using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Workflows.Functions.Pages;

/// <summary>What the address of a list says about what it shows.</summary>
/// <param name="request">The request for the list.</param>
/// <param name="names">The filters that one page of the list keeps for the next.</param>
sealed class Filters(HttpRequest request, params string[] names)
{
    /// <summary>Where the next page begins; not kept by another filter, which begins at the first page.</summary>
    public const string After = "na";

    /// <summary>The value of a filter; null when it is not set.</summary>
    public string? this[string name] => request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>The same address with one filter changed, or taken out.</summary>
    public string With(string name, string? value)
    {
        var query = new QueryBuilder(names.Where(kept => kept != name && this[kept] is not null).Select(kept => KeyValuePair.Create(kept, this[kept]!)));
        if (value is not null)
        {
            query.Add(name, value);
        }

        return request.Path + query.ToString();
    }
}
