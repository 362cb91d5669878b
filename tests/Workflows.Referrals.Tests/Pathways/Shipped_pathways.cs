using System.Text.Json;
using Workflows.Referrals.Pathways;

namespace Workflows.Referrals.Tests.Pathways;

public sealed class Shipped_pathways
{
    public static TheoryData<Pathway> All => [.. ShippedPathways.All];

    [Theory, MemberData(nameof(All))]
    public void Travel_through_json_unchanged(Pathway pathway) =>
        Assert.Equal(pathway, JsonSerializer.Deserialize<Pathway>(JsonSerializer.Serialize(pathway, JsonSerializerOptions.Web), JsonSerializerOptions.Web));

    [Fact]
    public void Have_a_label_of_id_and_version() => Assert.Equal("default/1", Pathway.Default.VersionLabel);
}
