using System.Text;

namespace LocalRuntime.DurableTask.Store;

/// <summary>Texts of any length in a row's properties: "Name", "Name_1", "Name_2" and so on, each but the last one full.</summary>
static class Documents
{
    const int Full = TableLimits.CharactersPerProperty;

    public static void Write(Dictionary<string, object> values, string name, string text)
    {
        var (index, start) = (0, 0);
        while (true)
        {
            var length = Math.Min(Full, text.Length - start);

            // A pair of surrogates is not cut: half a character is not valid text.
            if (length == Full && char.IsHighSurrogate(text[start + length - 1]))
            {
                length--;
            }

            values[PropertyName(name, index++)] = text.Substring(start, length);
            start += length;

            // A full part says that another follows, so that a shorter text written over a longer one ends where it should.
            if (length < Full - 1)
            {
                return;
            }
        }
    }

    public static string? Read(IReadOnlyDictionary<string, object> values, string name)
    {
        if (!values.TryGetValue(name, out var first))
        {
            return null;
        }

        if (first is string { Length: < Full - 1 } whole)
        {
            return whole;
        }

        var text = new StringBuilder();
        for (var index = 0; values.TryGetValue(PropertyName(name, index), out var part); index++)
        {
            text.Append((string)part);
            if (((string)part).Length < Full - 1)
            {
                break;
            }
        }

        return text.ToString();
    }

    /// <summary>How many properties a text of this length takes.</summary>
    public static int Count(int length) => (length / (Full - 1)) + 1;

    static string PropertyName(string name, int index) => index == 0 ? name : $"{name}_{index}";
}
