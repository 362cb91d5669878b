using LocalRuntime.DurableTask.History;
using LocalRuntime.DurableTask.Instances;

namespace LocalRuntime.DurableTask.Engine;

/// <content>For tests: proves after each episode that what is stored is enough to go on from, and that the code repeats itself.</content>
sealed partial class TaskHub
{
    async Task RebuildAsync(IEnumerable<CommitUnit> units)
    {
        foreach (var unit in units.Where(unit => unit is { Instance.ParkedBecause: null, Refused: null }))
        {
            var key = unit.IsGone ? InstanceRows.EndedKey(unit.State!.Id) : InstanceRows.ActiveKey(unit.State!.Id);
            var stored = (await StoredAsync(key, halted))!;
            try
            {
                unit.Rebuilt = NewExecution(unit.Instance!, stored.Input);
                unit.Rebuilt.Replay(EpisodesOf(stored), strictly: true);
            }
            catch (Exception divergence)
            {
                unit.Divergence = divergence.Message;
            }
        }
    }
}
