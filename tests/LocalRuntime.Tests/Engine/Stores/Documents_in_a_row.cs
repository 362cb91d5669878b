using LocalRuntime.DurableTask.Store;

namespace LocalRuntime.Tests.Engine.Stores;

public sealed class Documents_in_a_row
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31_998)]
    [InlineData(31_999)]
    [InlineData(32_000)]
    [InlineData(32_001)]
    [InlineData(64_000)]
    [InlineData(200_000)]
    public void Come_back_as_they_were_whatever_their_length(int length)
    {
        // Pairs of surrogates at odd and even places, so that every cut would split one.
        var text = string.Concat(Enumerable.Repeat("\ud83d\ude00", (length / 2) + 1))[..length];
        foreach (var written in new[] { text, length > 0 ? "x" + text[..^1] : text })
        {
            var values = new Dictionary<string, object>();
            Documents.Write(values, "Input", written);

            Assert.Equal(written, Documents.Read(values, "Input"));
            Assert.All(values.Values, part => Assert.True(IsWhole((string)part) || !IsWhole(written)));
            Assert.InRange(values.Count, 1, Documents.Count(length));
        }
    }

    [Fact]
    public void End_where_they_end_when_written_over_a_longer_one()
    {
        var values = new Dictionary<string, object>();
        foreach (var length in new[] { 100_000, 40_000, 64_000, 3 })
        {
            Documents.Write(values, "Status", new string('x', length));

            Assert.Equal(length, Documents.Read(values, "Status")!.Length);
        }
    }

    [Fact]
    public void Are_null_when_they_were_never_written() => Assert.Null(Documents.Read(new Dictionary<string, object>(), "Output"));

    static bool IsWhole(string text) =>
        text.Length == 0 || (!char.IsLowSurrogate(text[0]) && !char.IsHighSurrogate(text[^1]));
}
