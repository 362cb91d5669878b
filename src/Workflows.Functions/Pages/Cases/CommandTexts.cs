using Workflows.Functions.Problems;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Cases;

/// <summary>What commands and their fields are called.</summary>
static class CommandTexts
{
    public static string Text(string name, Language language, params ReadOnlySpan<object?> values) => PageTexts.Of(typeof(CommandTexts), name, language, values);

    /// <summary>The text of that name, in words for this reader where there are such.</summary>
    public static string For(Role? reader, string name, Language language) => FindFor(reader, name, language) ?? Text(name, language);

    /// <summary>The same; null when there is none.</summary>
    public static string? FindFor(Role? reader, string name, Language language) => Find($"{name}.{reader}", language) ?? Find(name, language);

    /// <summary>What a field asks: a command may ask it in words of its own.</summary>
    public static string Label(string command, string field, Language language) => Find($"Field.{command}.{field}", language) ?? Text($"Field.{field}", language);

    /// <summary>What helps to answer; null where nothing needs to be said.</summary>
    public static string? Hint(string command, string field, Language language) => Find($"Hint.{command}.{field}", language) ?? Find($"Hint.{field}", language);

    /// <summary>What follows from a command, for who gives it; null where that is plain.</summary>
    public static string? Lead(string command, Role role, Language language) => FindFor(role, $"Lead.{command}", language);

    /// <summary>The text of that name; null when there is none.</summary>
    public static string? Find(string name, Language language) => PageTexts.Find(typeof(CommandTexts), name, language);
}
