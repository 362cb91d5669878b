using Azure.Data.Tables;
using Workflows.Functions.Backups;

namespace Workflows.Functions.Tests.Backups;

public sealed class When_a_row_is_written_down
{
    public static TheoryData<object> Values =>
    [
        "", "Weduwe \"sinds\" vorig jaar,\nmet een emoji 🙂 en een @", true, false, 0, int.MinValue, 0L, long.MaxValue, 1.5, double.Epsilon, -0.1,
        DateTimeOffset.UnixEpoch, new DateTimeOffset(2026, 4, 13, 10, 0, 0, TimeSpan.Zero).AddTicks(1), Array.Empty<byte>(), new byte[] { 0, 255, 10 }, Guid.Empty, Guid.Parse("5a8d3f60-0000-4000-8000-000000000001"),
    ];

    [Theory, MemberData(nameof(Values))]
    public void It_is_read_as_it_was(object value)
    {
        var read = TableLine.Read(TableLine.Write(new TableEntity("partition", "row") { ["Value"] = value, ["Other"] = "another" }));

        Assert.Equal(("partition", "row", "another", 4), (read.PartitionKey, read.RowKey, read.GetString("Other"), read.Count));
        Assert.Equal(value, read["Value"]);
        Assert.IsType(value.GetType(), read["Value"]);
    }

    [Fact]
    public void It_is_one_line_without_what_storage_adds()
    {
        var row = new TableEntity("partition", "row") { ["Json"] = "two\nlines", ["odata.etag"] = "W/\"1\"", Timestamp = DateTimeOffset.UtcNow };

        Assert.Equal("""{"PartitionKey":"partition","RowKey":"row","Json":"two\nlines"}""", TableLine.Write(row));
    }

    [Fact]
    public void A_type_that_nobody_knows_is_not_guessed_at() =>
        Assert.ThrowsAny<Exception>(() => TableLine.Read("""{"PartitionKey":"partition","RowKey":"row","Value@decimal":"1"}"""));
}
