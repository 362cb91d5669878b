using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace LocalRuntime.LocalPages.Page;

/// <summary>Markup that is safe to send: what is filled into a template is encoded, unless it is markup itself.</summary>
readonly record struct Html(string Markup)
{
    public static readonly Html Empty = new("");

    public static Html Of(Template template) => new(template.Markup);

    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> markup) => new(string.Concat(items.Select(item => markup(item).Markup)));

    public override string ToString() => Markup;

    /// <summary>Takes an interpolated string apart before it becomes a string, so that no hole can be forgotten.</summary>
    [InterpolatedStringHandler]
    public readonly struct Template(int literalLength, int formattedCount)
    {
        readonly StringBuilder markup = new(literalLength + (formattedCount * 16));

        public string Markup => markup.ToString();

        public void AppendLiteral(string literal) => markup.Append(literal);

        public void AppendFormatted(Html safe) => markup.Append(safe.Markup);

        public void AppendFormatted(string? text) => markup.Append(WebUtility.HtmlEncode(text));

        public void AppendFormatted(int number) => markup.Append(number);
    }
}
