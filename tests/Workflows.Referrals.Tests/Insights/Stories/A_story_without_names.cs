using Workflows.Referrals.Insights.Stories;

namespace Workflows.Referrals.Tests.Insights.Stories;

public sealed class A_story_without_names
{
    static readonly string[] Names = ["Ria", "van den Berg-Özdemir", "dr. M. de Wit", "Anna Verbeek"];

    [Theory]
    [InlineData("Ik ben Ria en ik kom weer buiten.", "Ik ben [naam] en ik kom weer buiten.")]
    [InlineData("RIA en ria", "[naam] en [naam]")]
    [InlineData("Anna's idee, en Rias taart", "[naam] idee, en [naam] taart")]
    [InlineData("Mevrouw Ozdemir van den Berg", "Mevrouw [naam] van den [naam]")]
    [InlineData("Dokter de Wit stuurde mij naar Verbeek.", "Dokter de [naam] stuurde mij naar [naam].")]
    [InlineData("Maria woont bij de berg.", "Maria woont bij de [naam].")]
    [InlineData("In de tuin van den buurman", "In de tuin van den buurman")]
    public void Names_nobody_whom_the_app_knows(string story, string without) => Assert.Equal(without, Nameless.Of(story, Names));

    [Fact]
    public void Is_the_same_when_nobody_is_named() => Assert.Equal("Het eetcafé is gezellig; 't is dinsdag.", Nameless.Of("Het eetcafé is gezellig; 't is dinsdag.", Names));
}
