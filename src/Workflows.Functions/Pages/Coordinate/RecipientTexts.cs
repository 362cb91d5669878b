using Workflows.Functions.Directory;
using Workflows.Functions.Problems;
using Workflows.Referrals.Process;

namespace Workflows.Functions.Pages.Coordinate;

/// <summary>Who was to get a message, by name where the directory knows one.</summary>
static class RecipientTexts
{
    public static string Of(Recipient to, string? practice, Organisation? organisation, Language language) => to.Kind switch
    {
        RecipientKind.Worker => organisation?.Worker(to.Id)?.Name ?? to.Id,
        RecipientKind.Referrer when practice is not null && organisation?.Practice(practice) is { Name: var name } => name,
        _ => PageTexts.Of(typeof(RecipientTexts), $"To.{to.Kind}", language),
    };
}
