using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Workflows.Functions.Problems;

/// <summary>Reads a request's body as JSON, within bounds, or says why not.</summary>
static class JsonBody
{
    public const int Deepest = 16;

    static readonly JsonDocumentOptions Strict = new() { MaxDepth = Deepest };

    /// <summary>Reads at most <paramref name="mostBytes"/>; a body of one byte more is refused without reading on.</summary>
    public static async Task<Read> ReadAsync(HttpRequest request, int mostBytes, CancellationToken cancellation)
    {
        if (!IsPlainJson(request))
        {
            return new(Problem.Of(ProblemKind.UnsupportedMediaType));
        }

        if (request.ContentLength > mostBytes)
        {
            return new(TooLarge(mostBytes));
        }

        // The length a sender states need not be true, and a chunked body has none.
        var bytes = new byte[mostBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        return length > mostBytes ? new(TooLarge(mostBytes)) : Parse(bytes.AsMemory(0, length)) with { Utf8 = bytes.AsMemory(0, length) };
    }

    public static Read Parse(ReadOnlyMemory<byte> utf8)
    {
        // Some form tools begin with a byte order mark, which JSON itself does not know.
        var content = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        if (!Utf8.IsValid(content.Span))
        {
            return new(Problem.Of(ProblemKind.BrokenJson));
        }

        try
        {
            using var document = JsonDocument.Parse(content, Strict);
            return new(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            return new(Problem.Of(ProblemKind.BrokenJson));
        }
    }

    static Problem TooLarge(int mostBytes) => Problem.Of(ProblemKind.TooLarge, mostBytes / 1024);

    static bool IsPlainJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && (request.Headers.ContentEncoding.Count == 0 || request.Headers.ContentEncoding == "identity");

    /// <summary>Either the body's root or the problem with it.</summary>
    public sealed record Read
    {
        public Read(JsonElement root) => Root = root;

        public Read(Problem problem) => Problem = problem;

        public JsonElement Root { get; }

        /// <summary>The body's bytes as they came, for who checks a signature over them; empty when it was refused before it was read.</summary>
        public ReadOnlyMemory<byte> Utf8 { get; init; }

        public Problem? Problem { get; }

        [MemberNotNullWhen(true, nameof(Problem))]
        public bool IsRefused => Problem is not null;
    }
}
