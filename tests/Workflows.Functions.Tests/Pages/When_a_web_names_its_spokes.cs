using Workflows.Functions.Pages.Cases;

namespace Workflows.Functions.Tests.Pages;

public sealed class When_a_web_names_its_spokes
{
    [Theory]
    [InlineData("Zingeving", "Zingeving")]
    [InlineData("Dagelijks functioneren", "Dagelijks|functioneren")]
    [InlineData("Kwaliteit van leven", "Kwaliteit|van leven")]
    public void A_name_of_several_words_stands_on_two_lines_about_as_long(string name, string lines) =>
        Assert.Equal(lines.Split('|'), new Spoke(name, default, default).Lines);
}
