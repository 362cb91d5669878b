using System.Text.Json;
using Workflows.Referrals.Insights;
using Workflows.Referrals.Insights.Reports;
using Workflows.Referrals.Insights.Rollups;

namespace Workflows.Referrals.Tests.Insights.Reports;

public sealed class A_report_template
{
    static string File => JsonSerializer.Serialize(ReportTemplate.Shipped[0], JsonSerializerOptions.Web);

    [Fact]
    public void That_comes_with_the_product_shows_indicators_of_the_catalogue()
    {
        Assert.Equal(["municipality", "practice"], ReportTemplate.Shipped.Select(template => template.Id));
        Assert.All(ReportTemplate.Shipped.SelectMany(template => template.Indicators), indicator => Assert.NotNull(IndicatorCatalogue.Current.Find(indicator)));
    }

    [Fact]
    public void Is_the_same_after_it_was_shared() => Assert.Equal(ReportTemplate.Shipped[0], ReportTemplate.Check(File).Value);

    [Theory]
    [InlineData("\"reach\"", "\"happiness\"", "/indicators/1")]
    [InlineData("\"reach\"", "\"referrals\"", "/indicators/1")]
    [InlineData("\"neighbourhood\"", "\"street\"", "/divisions/0")]
    [InlineData("\"worth\"", "\"gossip\"", "/sections/1")]
    [InlineData("\"version\":1", "\"version\":0", "/version")]
    [InlineData("in two minutes", "call +31 10 123 45 67", "/name/en")]
    public void Is_refused_with_the_place_when_it_is_wrong(string part, string other, string pointer) =>
        Assert.Contains(ReportTemplate.Check(File.Replace(part, other, StringComparison.Ordinal)).Problems, problem => problem.Pointer == pointer);

    [Fact]
    public void Can_divide_by_everything_but_all_together() =>
        Assert.All(Enum.GetValues<Dimension>(), dimension => Assert.Equal(
            dimension is not Dimension.Total,
            ReportTemplate.Check(File.Replace("\"neighbourhood\"", JsonSerializer.Serialize(dimension), StringComparison.Ordinal)).Value is not null));
}
