using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace LocalRuntime.Tests.Faults;

/// <summary>Answers some requests in the place of storage, in part after it has done them: errors as Azure gives them, and no answer at all.</summary>
sealed class BusyStorage(Random random, double probability) : HttpPipelinePolicy
{
    static readonly int[] Statuses = [409, 412, 429, 500, 503];

    /// <summary>How many requests were answered so.</summary>
    public int Injected { get; private set; }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var (isHit, isDone, isTimeout, status) = Draw();
        if (!isHit || isDone)
        {
            await ProcessNextAsync(message, pipeline);
        }

        if (isHit)
        {
            // What a conflict says is true of Azure: it was not done.
            message.Response = isTimeout ? throw new IOException("Injected: no answer.") : new Answer(isDone ? 503 : status);
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    (bool IsHit, bool IsDone, bool IsTimeout, int Status) Draw()
    {
        lock (random)
        {
            var isHit = random.NextDouble() < probability;
            Injected += isHit ? 1 : 0;
            return (isHit, random.Next(2) == 0, random.Next(6) == 0, random.GetItems(Statuses, 1)[0]);
        }
    }

    sealed class Answer(int status) : Response
    {
        public override int Status => status;

        public override string ReasonPhrase => "Injected";

        public override bool IsError => true;

        public override Stream? ContentStream { get; set; } = new MemoryStream();

        public override string ClientRequestId { get; set; } = "";

        public override void Dispose()
        {
        }

        protected override bool ContainsHeader(string name) => false;

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

        protected override bool TryGetHeader(string name, out string value)
        {
            value = "";
            return false;
        }

        protected override bool TryGetHeaderValues(string name, out IEnumerable<string> values)
        {
            values = [];
            return false;
        }
    }
}
