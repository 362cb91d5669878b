using System.Text;
using LocalRuntime.DurableTask.History;
using LocalRuntime.DurableTask.Instances;
using LocalRuntime.DurableTask.Store;

namespace LocalRuntime.Tests.Faults;

/// <summary>What storage holds of ended instances: one end each, and a history without gap or duplicate.</summary>
static class StoredHistory
{
    /// <param name="rows">Every row of the task hub.</param>
    /// <param name="ended">The ids of all instances that there should be.</param>
    public static void IsWhole(IReadOnlyList<Row> rows, params IEnumerable<string> ended)
    {
        var instances = rows.Where(row => row.Key != "fence" && !row.Key.StartsWith("h!", StringComparison.Ordinal)).ToArray();
        Assert.Equal(ended.Select(InstanceRows.EndedKey).Order(StringComparer.Ordinal), instances.Select(row => row.Key));

        var pages = rows.Where(row => row.Key.StartsWith("h!", StringComparison.Ordinal)).ToDictionary(row => row.Key);
        foreach (var instance in instances)
        {
            Check(EpisodesOf(instance, pages));
        }

        Assert.Empty(pages);
    }

    /// <summary>The episodes of an instance; takes its pages out of those given.</summary>
    static Episode[] EpisodesOf(Row instance, Dictionary<string, Row> pages)
    {
        var text = new StringBuilder();
        for (var page = (long)instance.Values["FirstPage"]; page < (long)instance.Values["NextPage"]; page++)
        {
            Assert.True(pages.Remove(InstanceRows.PageKey((string)instance.Values["ExecutionId"], (int)page), out var row), $"Page {page} of {instance.Key} is missing.");
            text.Append(Documents.Read(row.Values, "Text"));
        }

        return [.. HistoryPages.Split(text.ToString()).Concat(InstanceRows.ReadEpisodes(instance)).Select(Episode.FromJson)];
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
