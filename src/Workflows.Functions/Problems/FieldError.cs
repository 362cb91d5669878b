using Workflows.Referrals.Pathways;

namespace Workflows.Functions.Problems;

/// <summary>What can be wrong with a field: a code for machines that never changes, and a sentence for people.</summary>
sealed record FieldRule(string Code, LocalText Text)
{
    public FieldRule(string code, string dutch, string english)
        : this(code, new LocalText(dutch, english))
    {
    }
}

/// <summary>One wrong field.</summary>
/// <param name="Pointer">Where it stands in the body: a JSON pointer (RFC 6901), or the empty text for the whole body.</param>
/// <param name="Rule">What is wrong with it.</param>
/// <param name="Values">What fills the places in the rule's sentence: limits and accepted values, never what the caller sent.</param>
sealed record FieldError(string Pointer, FieldRule Rule, params object?[] Values);
