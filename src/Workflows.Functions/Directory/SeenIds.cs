using Workflows.Functions.Problems;

namespace Workflows.Functions.Directory;

/// <summary>Refuses the second thing of a kind with the same id.</summary>
sealed class SeenIds(FieldErrors errors)
{
    readonly HashSet<(Type, string)> seen = [];

    /// <summary>Remembers the id, which is null when it could not be read and is then already among the errors.</summary>
    public void Add<T>(string? id, string pointer)
    {
        if (id is not null && !seen.Add((typeof(T), id)))
        {
            errors.Add(pointer, DirectoryRules.DuplicateId);
        }
    }
}
