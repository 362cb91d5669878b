namespace LocalRuntime.Tests.Faults;

/// <summary>A provider outside, such as a mail service, whose calls meet faults as those to storage do.</summary>
sealed class Provider(Ledger ledger)
{
    public async Task TakeAsync(EngineProcess caller, ReferralShaped.Effect effect)
    {
        await caller.LivesAsync();
        var fault = caller.NextFault();
        switch (fault)
        {
            case Fault.FailBefore or Fault.Conflict:
                throw new IOException("Injected: not done.");
            case Fault.CrashBefore:
                caller.Crash();
                break;
        }

        await caller.LivesAsync();
        ledger.Take(effect.Key, effect.What);
        switch (fault)
        {
            case Fault.FailAfter:
                throw new TimeoutException("Injected: done, but nobody knows.");
            case Fault.CrashAfter:
                caller.Crash();
                break;
        }

        await Task.Yield();
        await caller.LivesAsync();
    }
}
