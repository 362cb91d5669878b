using System.Text.Json;
using Workflows.Referrals.Insights;
using Workflows.Referrals.Insights.Facts;
using Workflows.Referrals.Insights.Rollups;
using Workflows.Referrals.Tests.Simulation;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Insights;

/// <summary>Everything that figures are made of can be made again from the timelines, to the last bit.</summary>
public sealed class Facts_made_again
{
    static readonly IReadOnlyList<Life> Lives = Place.Year(150, seed: 5);

    [Fact]
    public void From_stored_timelines_they_are_the_same() => Assert.All(Lives, life =>
    {
        var stored = JsonSerializer.Deserialize<List<ReferralEvent>>(JsonSerializer.Serialize(life.Events, JsonSerializerOptions.Web), JsonSerializerOptions.Web)!;

        Assert.Equal(
            JsonSerializer.Serialize(FactOf(life, life.Events)),
            JsonSerializer.Serialize(FactOf(life, stored)));
    });

    [Fact]
    public void At_any_moment_of_the_past_they_are_what_they_were_then() => Assert.All(Lives, life =>
    {
        foreach (var length in new[] { 1, life.Events.Count / 3, life.Events.Count / 2 }.Where(length => length > 0 && life.Events[length].At > life.Events[length - 1].At))
        {
            Assert.Equal(FactOf(life, life.Events.Take(length)), Timelines.FactOf(life.Referral.Id, life.Events, life.Profile, before: life.Events[length].At));
        }
    });

    [Fact]
    public void They_hold_codes_numbers_and_days_and_nothing_that_somebody_wrote() => Assert.All(Lives.Select(life => FactOf(life, life.Events)).OfType<Fact>(), fact =>
    {
        foreach (var text in Texts(JsonSerializer.SerializeToElement(fact)))
        {
            Assert.True(Code.IsOne(text) || DateTimeOffset.TryParse(text, out _), text);
        }
    });

    [Fact]
    public void Every_indicator_has_a_computation_and_every_computation_an_indicator() =>
        Assert.Equal(IndicatorCatalogue.Current.Indicators.Select(indicator => indicator.Id).Order(), Measures.Ids.Order());

    [Fact]
    public void The_simulated_year_has_something_to_count_of_every_indicator() => Assert.All(IndicatorCatalogue.Current.Indicators, indicator =>
        Assert.True(Tally.Of(Measures.Of(indicator.Id), Lives.Select(life => FactOf(life, life.Events)).OfType<Fact>(), new(2031, 12, 31)).Numerator > 0, indicator.Id));

    static Fact? FactOf(Life life, IEnumerable<ReferralEvent> events) => Timelines.FactOf(life.Referral.Id, events, life.Profile);

    static IEnumerable<string> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => Texts(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [json.GetString()!],
        _ => [],
    };
}
