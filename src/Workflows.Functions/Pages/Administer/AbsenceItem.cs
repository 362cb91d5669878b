using Workflows.Functions.Directory;

namespace Workflows.Functions.Pages.Administer;

/// <summary>An absence that has not passed.</summary>
/// <param name="Number">Its place among all of the worker's.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null when nobody knows.</param>
/// <param name="Deputy">Who stands in, by name; null without one.</param>
/// <param name="IsNow">Whether it has begun.</param>
public sealed record AbsenceItem(int Number, DateOnly From, DateOnly? Until, string? Deputy, bool IsNow)
{
    internal static IReadOnlyList<AbsenceItem> Of(Worker worker, Organisation organisation, DateOnly today) =>
    [
        .. from absence in worker.Absences.Index()
           where absence.Item.Until is null || absence.Item.Until >= today
           orderby absence.Item.From
           select new AbsenceItem(
               absence.Index, absence.Item.From, absence.Item.Until, absence.Item.Deputy is { } deputy ? organisation.Worker(deputy)?.Name ?? deputy : null, absence.Item.Includes(today)),
    ];
}
