using Azure.Data.Tables;

namespace LocalRuntime.LocalPages.Storage;

/// <summary>A text in as many properties of an entity as it takes: one property holds 64 KiB of UTF-16.</summary>
static class LongText
{
    const int CharactersPerProperty = 32_000;

    public static void Write(TableEntity entity, string name, string? text)
    {
        for (var part = 0; text is not null && part * CharactersPerProperty <= text.Length; part++)
        {
            var start = part * CharactersPerProperty;
            entity[$"{name}{part}"] = text.Substring(start, Math.Min(CharactersPerProperty, text.Length - start));
        }
    }

    /// <summary>The text as it was written; null when there was none.</summary>
    public static string? Read(TableEntity entity, string name)
    {
        string? text = null;
        for (var part = 0; entity.GetString($"{name}{part}") is { } more; part++)
        {
            text += more;
        }

        return text;
    }
}
