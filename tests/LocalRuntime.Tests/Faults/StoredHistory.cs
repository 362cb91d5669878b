using LocalRuntime.DurableTask.History;
using LocalRuntime.DurableTask.Instances;
using LocalRuntime.DurableTask.Store;

namespace LocalRuntime.Tests.Faults;

/// <summary>What storage holds of ended instances: one end each, and a history without gap or duplicate.</summary>
static class StoredHistory
{
    public static void IsWhole(InProcessStore storage, params string[] ended)
    {
        Assert.Equal(
            ended.Select(InstanceRows.EndedKey).Order(StringComparer.Ordinal),
            storage.Rows.Select(row => row.Key).Where(key => key != "fence" && !key.StartsWith("h!", StringComparison.Ordinal)));
        foreach (var id in ended)
        {
            var row = storage.Rows.Single(row => row.Key == InstanceRows.EndedKey(id));
            Check(EpisodesOf(storage, row));
        }
    }

    static Episode[] EpisodesOf(InProcessStore storage, Row row)
    {
        var pages = Enumerable.Range((int)(long)row.Values["FirstPage"], (int)((long)row.Values["NextPage"] - (long)row.Values["FirstPage"]))
            .Select(page => storage.Rows.Single(candidate => candidate.Key == InstanceRows.PageKey((string)row.Values["ExecutionId"], page)));
        var text = string.Concat(pages.Select(page => Documents.Read(page.Values, "Text")));
        return [.. HistoryPages.Split(text).Concat(InstanceRows.ReadEpisodes(row)).Select(Episode.FromJson)];
    }

    static void Check(Episode[] episodes)
    {
        Assert.IsType<ExecutionStarted>(episodes[0].In[0]);
        var actions = episodes.SelectMany(episode => episode.Do).ToArray();
        Assert.Equal(Enumerable.Range(0, actions.Length), actions.Select(action => action.Id));
        Assert.Same(actions[^1], Assert.Single(actions.OfType<EndExecution>()));

        var open = new HashSet<int>();
        var last = DateTimeOffset.MinValue;
        foreach (var episode in episodes)
        {
            Assert.True(episode.At >= last, $"{episode.At:O} comes after {last:O}");
            last = episode.At;
            foreach (var happened in episode.In)
            {
                var answered = happened switch
                {
                    TaskCompleted completed => completed.Id,
                    TaskFailed failed => failed.Id,
                    TimerFired fired => fired.Id,
                    _ => (int?)null,
                };
                Assert.True(answered is null || open.Remove(answered.Value), $"{happened} answers nothing that is open.");
            }

            open.UnionWith(episode.Do.Where(action => action is ScheduleActivity or CreateTimer or StartSubOrchestration).Select(action => action.Id));
        }
    }
}
