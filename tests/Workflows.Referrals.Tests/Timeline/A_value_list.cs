using System.Text.Json;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Timeline;

public sealed class A_value_list
{
    sealed record Holder(ValueList<string> Items);

    [Fact]
    public void Makes_records_that_hold_it_equal_by_value()
    {
        Assert.Equal(new Holder(["a", "b"]), new Holder(["a", "b"]));
        Assert.Equal(new Holder(["a", "b"]).GetHashCode(), new Holder(["a", "b"]).GetHashCode());
        Assert.NotEqual(new Holder(["a", "b"]), new Holder(["b", "a"]));
        Assert.True(new Holder([]).Items == new Holder([]).Items);
        Assert.True(new Holder(["a"]).Items != new Holder([]).Items);
    }

    [Fact]
    public void Is_a_plain_array_in_json()
    {
        var json = JsonSerializer.Serialize(new Holder(["a", "b"]), JsonSerializerOptions.Web);

        Assert.Equal("""{"items":["a","b"]}""", json);
        Assert.Equal(new Holder(["a", "b"]), JsonSerializer.Deserialize<Holder>(json, JsonSerializerOptions.Web));
    }

    [Fact]
    public void Does_not_change_when_its_source_does()
    {
        string[] source = ["a"];
        ValueList<string> list = [.. source];
        source[0] = "b";

        Assert.Equal("a", list[0]);
        Assert.Equal(["a", "c"], list.Add("c"));
        Assert.Single(list);
    }
}
