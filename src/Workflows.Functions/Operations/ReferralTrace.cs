using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.Functions.Operations;

/// <summary>
/// One trace per referral: its id makes the trace's, so that intake, turns, messages and callbacks of months find each other
/// without handing anything on (docs/decisions/one-trace-per-referral.md).
/// </summary>
static class ReferralTrace
{
    static readonly ActivitySource Source = new(Telemetry.Name);

    /// <summary>Begins a span; it ends when it is disposed. Null when nobody listens.</summary>
    /// <param name="what">What is done: a code, without ids.</param>
    /// <param name="referral">The referral's id.</param>
    public static Activity? Start(string what, string referral)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        // The request or message in which it happens has a trace of its own: the two point at each other.
        IEnumerable<ActivityLink> within = Activity.Current is { } current && current.Context.TraceId != TraceOf(referral) ? [new(current.Context)] : [];
        return Source.StartActivity(ActivityKind.Internal, RootOf(referral), [new("referral", referral)], within, name: what);
    }

    public static ActivityTraceId TraceOf(string referral) => ActivityTraceId.CreateFromBytes(Hash(referral).AsSpan(0, 16));

    static ActivityContext RootOf(string referral) =>
        new(TraceOf(referral), ActivitySpanId.CreateFromBytes(Hash(referral).AsSpan(16, 8)), ActivityTraceFlags.Recorded, isRemote: true);

    static byte[] Hash(string referral) => SHA256.HashData(Encoding.UTF8.GetBytes(referral));
}
