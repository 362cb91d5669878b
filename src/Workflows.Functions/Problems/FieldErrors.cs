using Workflows.Referrals.Pathways;

namespace Workflows.Functions.Problems;

/// <summary>Gathers every wrong field of one body, so that its sender mends it in one go.</summary>
sealed class FieldErrors
{
    /// <summary>A body of nothing but mistakes must not make an answer many times its size.</summary>
    public const int Most = 100;

    readonly List<FieldError> all = [];

    public bool Any => all.Count > 0;

    public IReadOnlyList<FieldError> All => all;

    public void Add(string pointer, FieldRule rule, params object?[] values)
    {
        if (all.Count < Most)
        {
            all.Add(new FieldError(pointer, rule, values));
        }
    }

    /// <summary>Adds an error on a line of a file that the body holds.</summary>
    public void AddInFile(string pointer, int line, string code, LocalText detail) =>
        Add(pointer, new FieldRule(code, $"Regel {line}: {detail.Nl}", $"Line {line}: {detail.En}"));

    /// <summary>Adds the error and answers null, for the many places that then have no value.</summary>
    public T? Refuse<T>(string pointer, FieldRule rule, params object?[] values)
    {
        Add(pointer, rule, values);
        return default;
    }
}
