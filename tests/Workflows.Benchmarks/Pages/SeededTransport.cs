using System.Diagnostics.CodeAnalysis;
using System.Web;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Workflows.Benchmarks.Pages;

/// <summary>Asks Azurite, but for one table that stands in memory.</summary>
sealed class SeededTransport(string table, SortedRows rows) : HttpPipelineTransport, IDisposable
{
    /// <summary>As many as the table service gives at a time.</summary>
    const int Most = 1000;

    readonly HttpClientTransport azurite = new();

    public override Request CreateRequest() => azurite.CreateRequest();

    public override void Process(HttpMessage message)
    {
        if (!IsAnswered(message))
        {
            azurite.Process(message);
        }
    }

    public override ValueTask ProcessAsync(HttpMessage message) => IsAnswered(message) ? ValueTask.CompletedTask : azurite.ProcessAsync(message);

    public void Dispose() => azurite.Dispose();

    bool IsAnswered(HttpMessage message)
    {
        var address = message.Request.Uri.ToUri();
        if (message.Request.Method != RequestMethod.Get || address.Segments[^1] != $"{table}()")
        {
            return false;
        }

        var query = HttpUtility.ParseQueryString(address.Query);
        var answer = rows.Answer(query["$filter"] ?? "", int.TryParse(query["$top"], out var top) ? Math.Min(top, Most) : Most)
            ?? throw new NotSupportedException($"The table in memory does not know how to answer {query["$filter"]}.");
        message.Response = new Answered(answer);
        return true;
    }

    sealed class Answered(byte[] content) : Response
    {
        public override int Status => 200;

        public override string ReasonPhrase => "OK";

        public override Stream? ContentStream { get; set; } = new MemoryStream(content);

        public override string ClientRequestId { get; set; } = "";

        public override void Dispose() => ContentStream?.Dispose();

        protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => [new("Content-Type", "application/json;odata=minimalmetadata")];

        protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
        {
            value = name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) ? "application/json;odata=minimalmetadata" : null;
            return value is not null;
        }

        protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
        {
            values = TryGetHeader(name, out var value) ? [value] : null;
            return values is not null;
        }
    }
}
