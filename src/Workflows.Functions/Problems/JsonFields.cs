using System.Globalization;
using System.Text.Json;

namespace Workflows.Functions.Problems;

/// <summary>
/// One JSON object, read field by field. What is missing, of another kind, unknown or given twice is added to the errors, and reading goes on.
/// </summary>
/// <remarks>JSON's null counts as absent. Who has read all fields that it knows calls <see cref="RefuseOthers"/>.</remarks>
sealed class JsonFields
{
    static readonly string[] Dates = ["yyyy-MM-dd"];
    static readonly string[] Times = ["HH:mm", "HH:mm:ss"];

    readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
    readonly HashSet<string> known = new(StringComparer.Ordinal);
    readonly FieldErrors errors;

    JsonFields(JsonElement element, string pointer, FieldErrors errors)
    {
        Pointer = pointer;
        this.errors = errors;
        foreach (var member in element.EnumerateObject())
        {
            if (NameOf(member) is not { } name)
            {
                errors.Add(pointer, FieldRules.MalformedText);
            }
            else if (!members.TryAdd(name, member.Value))
            {
                errors.Add(At(name), FieldRules.DuplicateMember);
            }
        }
    }

    /// <summary>Where this object stands in the body.</summary>
    public string Pointer { get; }

    /// <returns>Null when the element is no object, which is then among the errors.</returns>
    public static JsonFields? Of(JsonElement element, string pointer, FieldErrors errors) =>
        element.ValueKind == JsonValueKind.Object
            ? new JsonFields(element, pointer, errors)
            : errors.Refuse<JsonFields>(pointer, FieldRules.WrongType, "object");

    public string At(string name) => JsonPointer.Member(Pointer, name);

    /// <summary>Whether the field is there and not null.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>A text of at most so many characters; it may have line feeds when <paramref name="lines"/> says so, and may be absent or empty when nothing is <paramref name="required"/>.</summary>
    public string? Text(string name, int most, FieldRule? required = null, bool lines = false)
    {
        if (Of(name, JsonValueKind.String, "text", required) is not { } element)
        {
            return null;
        }

        if (!CleanText.TryRead(element, lines, out var text, out var refused))
        {
            return errors.Refuse<string>(At(name), refused);
        }

        return text.Length switch
        {
            0 => Absent<string>(name, required),
            var length when length > most => errors.Refuse<string>(At(name), FieldRules.TooLong, most),
            _ => text,
        };
    }

    public string? Text(string name, FieldFormat format, FieldRule? required = null)
    {
        if (Of(name, JsonValueKind.String, "text", required) is not { } element)
        {
            return null;
        }

        if (!CleanText.TryRead(element, lines: false, out var text, out _) || (text.Length > 0 && !format.Fits(text)))
        {
            return errors.Refuse<string>(At(name), format.Rule);
        }

        return text.Length == 0 ? Absent<string>(name, required) : text;
    }

    /// <summary>One of a closed list of words, as JSON writes them: camelCase.</summary>
    public T? Choice<T>(string name, FieldRule? required = null)
        where T : struct, Enum
    {
        if (Of(name, JsonValueKind.String, "text", required) is not { } element)
        {
            return null;
        }

        CleanText.TryRead(element, lines: false, out var text, out _);
        foreach (var value in Enum.GetValues<T>())
        {
            if (Word(value) == text)
            {
                return value;
            }
        }

        return errors.Refuse<T?>(At(name), FieldRules.NotAccepted, string.Join(", ", Enum.GetValues<T>().Select(Word)));
    }

    public bool? Flag(string name, FieldRule? required = null) => Find(name) switch
    {
        null => Absent<bool?>(name, required),
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => errors.Refuse<bool?>(At(name), FieldRules.WrongType, "true, false"),
    };

    public int? Number(string name, int least, int most, FieldRule? required = null) => Of(name, JsonValueKind.Number, "number", required) switch
    {
        null => null,
        { } element when element.TryGetInt32(out var number) && number >= least && number <= most => number,
        _ => errors.Refuse<int?>(At(name), FieldRules.OutOfRange, least, most),
    };

    public DateOnly? Date(string name, FieldRule? required = null) => Of(name, JsonValueKind.String, "text", required) is not { } element
        ? null
        : CleanText.TryRead(element, lines: false, out var text, out _)
            && DateOnly.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : errors.Refuse<DateOnly?>(At(name), FieldRules.NotADate);

    public TimeOnly? Time(string name, FieldRule? required = null) => Of(name, JsonValueKind.String, "text", required) is not { } element
        ? null
        : CleanText.TryRead(element, lines: false, out var text, out _)
            && TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : errors.Refuse<TimeOnly?>(At(name), FieldRules.NotATime);

    public DateTimeOffset? Moment(string name, FieldRule? required = null) => Of(name, JsonValueKind.String, "text", required) is not { } element
        ? null
        : HasOffset(element) && element.TryGetDateTimeOffset(out var moment)
            ? moment
            : errors.Refuse<DateTimeOffset?>(At(name), FieldRules.NotAMoment);

    public JsonFields? Object(string name, FieldRule? required = null) =>
        Of(name, JsonValueKind.Object, "object", required) is { } element ? new JsonFields(element, At(name), errors) : null;

    /// <summary>What <paramref name="read"/> makes of each item at its pointer, less what it answers null for; empty when the field is absent.</summary>
    public IReadOnlyList<T> List<T>(string name, int most, Func<JsonElement, string, T?> read, FieldRule? required = null)
        where T : class
    {
        if (Of(name, JsonValueKind.Array, "list", required) is not { } list)
        {
            return [];
        }

        switch (list.GetArrayLength())
        {
            case 0 when required is not null:
                errors.Add(At(name), FieldRules.Empty);
                return [];
            case var length when length > most:
                errors.Add(At(name), FieldRules.TooMany, most);
                return [];
            default:
                return [.. list.EnumerateArray().Select((item, index) => read(item, JsonPointer.Item(At(name), index))).OfType<T>()];
        }
    }

    /// <summary>A list of objects.</summary>
    public IReadOnlyList<T> List<T>(string name, int most, Func<JsonFields, T?> read, FieldRule? required = null)
        where T : class =>
        List(name, most, (item, pointer) => Of(item, pointer, errors) is { } fields ? read(fields) : null, required);

    /// <summary>A list of short texts of one form.</summary>
    public IReadOnlyList<string> Texts(string name, int most, FieldFormat format, FieldRule? required = null) => List(
        name,
        most,
        (item, pointer) => item.ValueKind == JsonValueKind.String && CleanText.TryRead(item, lines: false, out var text, out _) && format.Fits(text)
            ? text
            : errors.Refuse<string>(pointer, format.Rule),
        required);

    /// <summary>Every field that nobody asked for is an error: a misspelt optional field would otherwise be lost in silence. <paramref name="ruleOf"/> may know a better rule for a name.</summary>
    public void RefuseOthers(Func<string, FieldRule>? ruleOf = null)
    {
        foreach (var name in members.Keys.Where(name => !known.Contains(name)))
        {
            errors.Add(At(name), ruleOf?.Invoke(name) ?? FieldRules.UnknownMember);
        }
    }

    /// <summary>An enum's value as JSON writes it.</summary>
    static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>.NET would read a moment without offset as one in this machine's time zone.</summary>
    static bool HasOffset(JsonElement element) =>
        CleanText.TryRead(element, lines: false, out var text, out _)
        && text.IndexOf('T', StringComparison.Ordinal) is var time and > 0
        && text.AsSpan(time).IndexOfAny('Z', '+', '-') > 0;

    JsonElement? Find(string name)
    {
        known.Add(name);
        return members.TryGetValue(name, out var element) && element.ValueKind != JsonValueKind.Null ? element : null;
    }

    JsonElement? Of(string name, JsonValueKind kind, string kindName, FieldRule? required) => Find(name) switch
    {
        null => Absent<JsonElement?>(name, required),
        { } element when element.ValueKind == kind => element,
        _ => errors.Refuse<JsonElement?>(At(name), FieldRules.WrongType, kindName),
    };

    T? Absent<T>(string name, FieldRule? required) => required is null ? default : errors.Refuse<T>(At(name), required);
}
