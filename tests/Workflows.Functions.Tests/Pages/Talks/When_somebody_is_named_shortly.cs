using Workflows.Functions.Pages.Talks;

namespace Workflows.Functions.Tests.Pages.Talks;

public sealed class When_somebody_is_named_shortly
{
    [Theory]
    [InlineData("Jansen", "J")]
    [InlineData("de Boer", "B")]
    [InlineData("van der Österreich", "Ö")]
    [InlineData("yılmaz", "Y")]
    public void The_initial_is_that_of_the_name_itself(string familyName, string initial) => Assert.Equal(initial, TalkFunctions.InitialOf(familyName));
}
