using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Workflows.Functions.Pages;
using Workflows.Referrals.Pathways;

namespace Workflows.Functions.Problems;

/// <summary>A problem document (RFC 9457), written in the caller's language when it is answered.</summary>
sealed record Problem(ProblemKind Kind, IReadOnlyList<FieldError> Errors) : IResult
{
    public const string ContentType = "application/problem+json";

    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What fills the places in the kind's sentence.</summary>
    public IReadOnlyList<object?> Values { get; init; } = [];

    /// <summary>A sentence that says more than the kind's own.</summary>
    public LocalText? Detail { get; init; }

    /// <summary>In how many seconds the caller may come back, when that is the problem.</summary>
    public int? RetryAfter { get; init; }

    public static Problem Of(ProblemKind kind, params object?[] values) => new(kind, []) { Values = values };

    public static Problem With(FieldErrors errors) => new(ProblemKind.InvalidContent, errors.All);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (ProblemPages.AreWanted(httpContext.Request) && httpContext.RequestServices.GetService<ProblemPages>() is { } pages)
        {
            await pages.AnswerAsync(httpContext, this);
            return;
        }

        var language = PreferredLanguage.Of(httpContext.Request);
        var response = httpContext.Response;
        response.StatusCode = Kind.Status;
        response.ContentType = ContentType;
        response.Headers.ContentLanguage = language == Language.English ? "en" : "nl";
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        response.Headers.CacheControl = "no-store";
        if (Kind.Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        if (RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        await response.Body.WriteAsync(Document(language), httpContext.RequestAborted);
    }

    /// <summary>The document as UTF-8.</summary>
    public ReadOnlyMemory<byte> Document(Language language)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("type", $"/problems/{Kind.Code}");
            json.WriteString("title", Kind.Title.In(language));
            json.WriteNumber("status", Kind.Status);
            json.WriteString("detail", (Detail ?? Kind.Detail).In(language, [.. Values]));
            if (Errors.Count > 0)
            {
                WriteErrors(json, language);
            }

            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    void WriteErrors(Utf8JsonWriter json, Language language)
    {
        json.WriteStartArray("errors");
        foreach (var error in Errors)
        {
            json.WriteStartObject();
            json.WriteString("pointer", error.Pointer);
            json.WriteString("code", error.Rule.Code);
            json.WriteString("detail", error.Rule.Text.In(language, error.Values));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
