using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Workflows.Functions.Pages;

/// <summary>Every component of the pages: it knows for whom the page is and takes its words from the <c>Texts.resx</c> beside it.</summary>
public abstract class Localized : ComponentBase
{
    /// <summary>The request that the page answers.</summary>
    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    private protected PageContext Here => Http.Features.GetRequiredFeature<PageContext>();

    /// <summary>The text of that name from the component's own folder, in the reader's language, with the values in their places.</summary>
    private protected string T(string name, params ReadOnlySpan<object?> values) => PageTexts.Of(GetType(), name, Here.Language, values);
}
