using Azure.Data.Tables;

namespace Workflows.Functions.Storage;

/// <summary>Texts and bytes that are longer than one property may be: spread over <c>Name</c>, <c>Name1</c>, <c>Name2</c> and so on.</summary>
static class LongColumns
{
    /// <summary>A property holds 64 KiB: so many UTF-16 characters.</summary>
    const int CharactersPerProperty = 32 * 1024;

    const int BytesPerProperty = 64 * 1024;

    /// <summary>An entity holds 1 MiB with its names and keys, for which room is left.</summary>
    const int BytesPerEntity = 960 * 1024;

    extension(TableEntity entity)
    {
        /// <exception cref="TableLimitException">The text is longer than an entity.</exception>
        public void SetText(string name, string text)
        {
            Require(text.Length * sizeof(char));
            for (int start = 0, part = 0; part == 0 || start < text.Length; part++)
            {
                var length = Math.Min(CharactersPerProperty, text.Length - start);

                // A pair of surrogates stays together: half of one is no text and would be replaced on its way.
                if (start + length < text.Length && char.IsHighSurrogate(text[start + length - 1]))
                {
                    length--;
                }

                entity[Name(name, part)] = text.Substring(start, length);
                start += length;
            }
        }

        public string GetText(string name) =>
            string.Concat(Parts(name).Select(entity.GetString).TakeWhile(part => part is not null));

        /// <exception cref="TableLimitException">There are more bytes than fit an entity.</exception>
        public void SetBytes(string name, byte[] bytes)
        {
            Require(bytes.Length);
            foreach (var (part, chunk) in bytes.Chunk(BytesPerProperty).Index())
            {
                entity[Name(name, part)] = chunk;
            }
        }

        public byte[] GetBytes(string name) =>
            [.. Parts(name).Select(entity.GetBinary).TakeWhile(part => part is not null).SelectMany(part => part)];
    }

    static IEnumerable<string> Parts(string name) => Enumerable.Range(0, 100).Select(part => Name(name, part));

    static string Name(string name, int part) => part == 0 ? name : $"{name}{part}";

    static void Require(int bytes)
    {
        if (bytes > BytesPerEntity)
        {
            throw new TableLimitException($"{bytes} bytes do not fit one entity; at most {BytesPerEntity} do.");
        }
    }
}
