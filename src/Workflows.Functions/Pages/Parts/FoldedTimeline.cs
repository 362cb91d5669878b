namespace Workflows.Functions.Pages.Parts;

/// <summary>A timeline in which what came again and again is one line: many reminders hide what happened between them.</summary>
/// <param name="Latest">What happened; of several the latest.</param>
/// <param name="All">All that the line stands for, newest first; one where nothing came again.</param>
public sealed record FoldedTimeline(TimelineItem Latest, IReadOnlyList<TimelineItem> All)
{
    /// <summary>What comes again within a row of nothing but reminders is folded, kind by kind; what happened before and after stays apart.</summary>
    /// <param name="items">Newest first.</param>
    internal static IReadOnlyList<FoldedTimeline> Of(IReadOnlyList<TimelineItem> items)
    {
        List<FoldedTimeline> folded = [];
        for (var index = 0; index < items.Count;)
        {
            var row = items.Skip(index).TakeWhile(item => item.Again is not null).ToList();
            folded.AddRange(row.Count == 0 ? [new(items[index], [items[index]])] : row.GroupBy(item => item.Again).Select(same => new FoldedTimeline(same.First(), [.. same])));
            index += Math.Max(row.Count, 1);
        }

        return folded;
    }
}
