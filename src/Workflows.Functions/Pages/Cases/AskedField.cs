using Workflows.Functions.Pages.Parts;

namespace Workflows.Functions.Pages.Cases;

/// <summary>What a command's form asks for one field of the command.</summary>
/// <param name="Name">The field's name in the API, after that of what it is part of and a dot.</param>
/// <param name="Kind">How it is asked.</param>
public sealed record AskedField(string Name, AskedFieldKind Kind)
{
    /// <summary>Whether it may stay empty.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The answers to choose from; none where it is no choice, or nobody has looked them up yet.</summary>
    public IReadOnlyList<Choice> Choices { get; internal init; } = [];

    /// <summary>What it always is, as the referral's state leaves only that; null where somebody fills it in.</summary>
    public string? Fixed { get; private init; }

    /// <summary>Whether the first of its choices is the one that is proposed. A slot never is: who types another moment and leaves it alone would have it booked.</summary>
    internal bool SuggestsFirst => Kind is AskedFieldKind.Worker;

    internal static AskedField OfChoice(string name, IReadOnlyList<Choice> choices) => new(name, AskedFieldKind.Choice) { Choices = choices };

    internal static AskedField OfStory(string name, IReadOnlyList<Choice> choices) => new(name, AskedFieldKind.Story) { Choices = choices };

    internal static AskedField OfWorker(string name) => new(name, AskedFieldKind.Worker);

    internal static AskedField OfFlag(string name) => new(name, AskedFieldKind.Flag);

    internal static AskedField OfDay(string name) => new(name, AskedFieldKind.Day);

    internal static AskedField OfSlot(string name) => new(name, AskedFieldKind.Slot);

    internal static AskedField OfNumber(string name) => new(name, AskedFieldKind.Number);

    internal static AskedField OfText(string name) => new(name, AskedFieldKind.Text);

    /// <summary>Details stay as they are where nothing is filled in.</summary>
    internal static AskedField OfLine(string name) => new(name, AskedFieldKind.Line) { IsOptional = true };

    internal static AskedField OfPhone(string name) => new(name, AskedFieldKind.Phone) { IsOptional = true };

    internal static AskedField OfLines(string name) => new(name, AskedFieldKind.Lines);

    internal static AskedField OfFixed(string name, string value) => new(name, AskedFieldKind.Fixed) { Fixed = value };
}

/// <summary>How a field is asked.</summary>
public enum AskedFieldKind
{
    /// <summary>One of a few answers.</summary>
    Choice,

    /// <summary>One of the organisation's workers, those who fit best first.</summary>
    Worker,

    /// <summary>One of the stories that were shared, with its words.</summary>
    Story,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A free slot of the consultation hour, or another day and time.</summary>
    Slot,

    /// <summary>A whole number from 0 to 10.</summary>
    Number,

    /// <summary>A few words.</summary>
    Line,

    /// <summary>A phone number, as people type it.</summary>
    Phone,

    /// <summary>A text of some lines.</summary>
    Text,

    /// <summary>At most five lines, which the GP reads.</summary>
    Lines,

    /// <summary>Nothing: there is one answer only.</summary>
    Fixed,
}
