namespace Workflows.Referrals.Tests.Simulation;

/// <summary>What many referrals came to in five years of virtual time.</summary>
/// <param name="Hash">A fingerprint of all events and effects: the same seed gives the same on every machine.</param>
/// <param name="Happenings">How many happenings were decided.</param>
/// <param name="Erased">How many referrals reached their very end.</param>
/// <param name="Changes">How often each kind of change took place.</param>
sealed record Simulation(ulong Hash, long Happenings, int Erased, IReadOnlyDictionary<Type, int> Changes)
{
    /// <summary>Lives through referrals one after the other, on one core.</summary>
    /// <param name="referrals">How many.</param>
    /// <param name="seed">What decides who does what.</param>
    public static Simulation Run(int referrals, ulong seed)
    {
        var (hash, happenings, erased, changes) = (0UL, 0L, 0, new Dictionary<Type, int>());
        for (var number = 0; number < referrals; number++)
        {
            var life = Life.Of(number, seed, changes);
            hash = (hash * 31) + life.Hash;
            happenings += life.Happenings;
            erased += life.Referral.IsErased ? 1 : 0;
        }

        return new(hash, happenings, erased, changes);
    }
}
