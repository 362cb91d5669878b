using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Workflows.Functions.Intake;

/// <summary>The contract at the edges as an OpenAPI 3.1 document.</summary>
static class OpenApiFunction
{
    /// <summary>The document, kept by hand in openapi.json: a test compares it with the functions.</summary>
    public static byte[] Document { get; } = Read();

    [Function("GetOpenApi")]
    public static IResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request) =>
        Results.Bytes(Document, "application/json; charset=utf-8");

    static byte[] Read()
    {
        using var resource = typeof(OpenApiFunction).Assembly.GetManifestResourceStream("Intake/openapi.json")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
