using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace LocalRuntime.LocalPages;

/// <summary>JSON as the local endpoints write it, whatever the app has configured for its own.</summary>
static class LocalJson
{
    /// <summary>Readable in a terminal: quotes, angle brackets and accents stand as they are, which is safe because it is served as JSON only.</summary>
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IResult Answer(object value, int status = StatusCodes.Status200OK) => Results.Json(value, Options, statusCode: status);
}
