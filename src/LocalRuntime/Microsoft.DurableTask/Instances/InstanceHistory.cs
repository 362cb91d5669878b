using LocalRuntime.DurableTask.History;

namespace LocalRuntime.DurableTask.Instances;

/// <summary>What an instance went through, for people to read.</summary>
/// <param name="State">What clients see of it.</param>
/// <param name="Generation">How often it continued as new; what was before that is gone.</param>
/// <param name="Due">When it goes on by itself; null when it does not.</param>
/// <param name="Episodes">Its turns since then, in order.</param>
sealed record InstanceHistory(InstanceState State, int Generation, DateTimeOffset? Due, IReadOnlyList<Episode> Episodes);
