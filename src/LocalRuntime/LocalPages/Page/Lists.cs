namespace LocalRuntime.LocalPages.Page;

/// <summary>Tables that scroll sideways on a narrow screen, and say so when there is nothing in them.</summary>
static class Lists
{
    /// <summary>Rows of a list; the JSON endpoints hold everything.</summary>
    public const int Most = 50;

    public static Html Table<T>(string label, IReadOnlyList<T> rows, string none, string[] columns, Func<T, Html> row) => rows.Count == 0
        ? Html.Of($"""<p class="none">{none}</p>""")
        : Html.Of($"""
            <div class="scroll" tabindex="0" role="group" aria-label="{label}">
            <table><thead><tr>{Html.Each(columns, column => Html.Of($"<th scope=\"col\">{column}</th>"))}</tr></thead><tbody>{Html.Each(rows, row)}</tbody></table>
            </div>
            """);

    /// <summary>What stands above a list that is cut off.</summary>
    public static Html NewestFirst(int count, string json) =>
        Html.Of($"""<p class="quiet">{count} in all, the newest first, at most {Most} of them here; everything in <a href="{json}">{json}</a>.</p>""");
}
