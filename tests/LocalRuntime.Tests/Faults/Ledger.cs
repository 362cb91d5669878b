namespace LocalRuntime.Tests.Faults;

/// <summary>The world outside: what activities did to it. An effect has a key, and happens once under it however often it is asked for.</summary>
sealed class Ledger
{
    readonly Dictionary<string, string> effects = [];

    /// <summary>Effects by key.</summary>
    public IReadOnlyDictionary<string, string> Effects => effects;

    /// <summary>Keys under which two different things were asked for: a history that was lost and lived through again otherwise.</summary>
    public List<string> Contradictions { get; } = [];

    public void Take(string key, string what)
    {
        if (!effects.TryAdd(key, what) && effects[key] != what)
        {
            Contradictions.Add($"{key}: {effects[key]}, then {what}");
        }
    }
}
