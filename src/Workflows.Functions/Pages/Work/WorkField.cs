using Workflows.Functions.Pages.Parts;

namespace Workflows.Functions.Pages.Work;

/// <summary>What a command's form asks for one field of the command.</summary>
/// <param name="Name">The field's name in the API.</param>
/// <param name="Kind">How it is asked.</param>
public sealed record WorkField(string Name, WorkFieldKind Kind)
{
    /// <summary>Whether it may stay empty.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The answers to choose from; none where it is no choice.</summary>
    public IReadOnlyList<Choice> Choices { get; private init; } = [];

    /// <summary>What it always is, as the referral's state leaves only that; null where somebody fills it in.</summary>
    public string? Fixed { get; private init; }

    internal static WorkField OfChoice(string name, IReadOnlyList<Choice> choices) => new(name, WorkFieldKind.Choice) { Choices = choices };

    internal static WorkField OfFlag(string name) => new(name, WorkFieldKind.Flag);

    internal static WorkField OfDay(string name) => new(name, WorkFieldKind.Day);

    internal static WorkField OfSlot(string name) => new(name, WorkFieldKind.Slot);

    internal static WorkField OfNumber(string name) => new(name, WorkFieldKind.Number);

    internal static WorkField OfText(string name) => new(name, WorkFieldKind.Text);

    internal static WorkField OfLines(string name) => new(name, WorkFieldKind.Lines);

    internal static WorkField OfFixed(string name, string value) => new(name, WorkFieldKind.Fixed) { Fixed = value };
}

/// <summary>How a field is asked.</summary>
public enum WorkFieldKind
{
    /// <summary>One of a few answers.</summary>
    Choice,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A free slot of the consultation hour, or another day and time.</summary>
    Slot,

    /// <summary>A whole number from 0 to 10.</summary>
    Number,

    /// <summary>A text of some lines.</summary>
    Text,

    /// <summary>At most five lines, which the GP reads.</summary>
    Lines,

    /// <summary>Nothing: there is one answer only.</summary>
    Fixed,
}
