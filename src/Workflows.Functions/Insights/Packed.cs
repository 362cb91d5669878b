using System.IO.Compression;
using System.Text;

namespace Workflows.Functions.Insights;

/// <summary>Texts that repeat themselves much, as a tenth of their length (Brotli).</summary>
static class Packed
{
    public static byte[] Of(string text)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
        {
            brotli.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    public static string Open(byte[] packed)
    {
        using var text = new StreamReader(new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress), Encoding.UTF8);
        return text.ReadToEnd();
    }
}
