using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Workflows.Functions.Security.Web;

/// <summary>Lets each caller call at the pace that is theirs; who is unknown shares that of the address. In memory, per instance.</summary>
sealed class RateLimits : IDisposable
{
    static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    readonly PartitionedRateLimiter<Bucket>? limiter;
    readonly bool isDevelopment;

    public RateLimits(WebSettings settings, IHostEnvironment environment)
    {
        isDevelopment = environment.IsDevelopment();
        limiter = settings.LimitsRates ? PartitionedRateLimiter.Create<Bucket, Bucket>(bucket => RateLimitPartition.GetTokenBucketLimiter(bucket, Options)) : null;
    }

    /// <summary>In how many seconds the caller may come back; null when it may go on now.</summary>
    public int? WaitOf(HttpContext http, Policy policy, Caller? caller)
    {
        using var lease = limiter?.AttemptAcquire(BucketOf(http, policy, caller));
        return lease is not { IsAcquired: false } ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))
            : 1;
    }

    public void Dispose() => limiter?.Dispose();

    Bucket BucketOf(HttpContext http, Policy policy, Caller? caller) =>
        policy.Pace == Pace.Guessing || caller is null
            ? new(policy.Pace, ClientAddress.Of(http, isDevelopment))
            : new(caller.Kind == CallerKind.System ? Pace.System : Pace.Person, string.Create(CultureInfo.InvariantCulture, $"{caller.Key} {caller.Id}"));

    static TokenBucketRateLimiterOptions Options(Bucket bucket) => new()
    {
        TokenLimit = bucket.Pace.AtOnce,
        TokensPerPeriod = Math.Max(1, bucket.Pace.PerMinute / 60),
        ReplenishmentPeriod = bucket.Pace.PerMinute >= 60 ? Step : TimeSpan.FromMinutes(1) / bucket.Pace.PerMinute,
        QueueLimit = 0,
    };

    /// <summary>What is counted together.</summary>
    readonly record struct Bucket(Pace Pace, string Whose);
}
