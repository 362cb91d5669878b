using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Workflows.Referrals.Outcomes;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Outcomes;

public sealed class Instruments_are_scored
{
    static Score Score(string instrument, params int?[] answers) => Instruments.Find(instrument)!.Measure([.. answers]).Score!;

    public static TheoryData<string> Shipped => [.. Instruments.Shipped.Select(instrument => instrument.Id)];

    [Fact]
    public void Positieve_Gezondheid_has_44_items_in_six_dimensions()
    {
        var instrument = Instruments.Find("positieve-gezondheid")!;

        Assert.Equal(44, instrument.Items.Count);
        Assert.Equal(["bodily-functions", "mental-well-being", "meaning", "quality-of-life", "participation", "daily-functioning"], instrument.Items.Select(item => item.Part).Distinct());
    }

    [Fact]
    public void Positieve_Gezondheid_is_the_mean_of_the_answered_items_to_one_decimal()
    {
        int?[] answers = [8, 7, null, 7, 7, 7, 7, 7, .. new int?[7], .. Enumerable.Repeat<int?>(10, 7), 0, 1, .. new int?[6], .. Enumerable.Repeat<int?>(5, 14)];
        var score = Score("positieve-gezondheid", answers);

        Assert.Equal([7.1m, null, 10m, 0.5m, 5m, 5m], score.Parts.Select(part => part.Value));
        Assert.Equal(30, score.Answered);
    }

    [Fact]
    public void Positieve_Gezondheid_rounds_half_up()
    {
        int?[] answers = [1, 1, 1, 2, .. new int?[40]];

        Assert.Equal(1.3m, Score("positieve-gezondheid", answers).Parts[0].Value);
    }

    [Theory]
    [InlineData(0, "not-lonely")]
    [InlineData(1, "not-lonely")]
    [InlineData(2, "somewhat-lonely")]
    [InlineData(4, "somewhat-lonely")]
    [InlineData(5, "strongly-lonely")]
    [InlineData(6, "strongly-lonely")]
    public void De_Jong_Gierveld_with_6_items_is_0_1_not_2_4_somewhat_5_6_strongly(int unfavourable, string category)
    {
        var score = Score("de-jong-gierveld-6", Lonely("de-jong-gierveld-6", unfavourable));

        Assert.Equal((unfavourable, category), (score.Value, score.Category));
    }

    [Theory]
    [InlineData(2, "not-lonely")]
    [InlineData(3, "somewhat-lonely")]
    [InlineData(8, "somewhat-lonely")]
    [InlineData(9, "strongly-lonely")]
    [InlineData(11, "strongly-lonely")]
    public void De_Jong_Gierveld_with_11_items_is_0_2_not_3_8_somewhat_9_11_strongly(int unfavourable, string category)
    {
        var score = Score("de-jong-gierveld-11", Lonely("de-jong-gierveld-11", unfavourable));

        Assert.Equal((unfavourable, category), (score.Value, score.Category));
    }

    [Theory]
    [InlineData("de-jong-gierveld-6", 6)]
    [InlineData("de-jong-gierveld-11", 11)]
    public void More_or_less_counts_as_unfavourable(string instrument, int items) =>
        Assert.Equal(items, Score(instrument, [.. Enumerable.Repeat<int?>(2, items)]).Value);

    [Fact]
    public void Yes_is_unfavourable_for_what_is_missing_and_no_for_what_is_there()
    {
        Assert.Equal([3m, 0m], Score("de-jong-gierveld-6", 3, 3, 3, 3, 3, 3).Parts.Select(part => part.Value));
        Assert.Equal([0m, 3m], Score("de-jong-gierveld-6", 1, 1, 1, 1, 1, 1).Parts.Select(part => part.Value));
        Assert.Equal([6m, 0m], Score("de-jong-gierveld-11", 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3).Parts.Select(part => part.Value));
        Assert.Equal([0m, 5m], Score("de-jong-gierveld-11", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1).Parts.Select(part => part.Value));
    }

    [Fact]
    public void De_Jong_Gierveld_may_lack_one_answer_but_its_subscales_none()
    {
        var oneMissing = Score("de-jong-gierveld-6", null, 1, 1, 3, 1, 3);
        var twoMissing = Score("de-jong-gierveld-6", null, null, 1, 3, 1, 3);

        Assert.Equal((5m, "strongly-lonely", 5), (oneMissing.Value, oneMissing.Category, oneMissing.Answered));
        Assert.Equal([new("emotional", null), new("social", 3)], oneMissing.Parts);
        Assert.Equal((null, null, 4), (twoMissing.Value, twoMissing.Category, twoMissing.Answered));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 60)]
    [InlineData(5, 100)]
    public void Who_5_is_the_sum_times_4(int answer, int score) => Assert.Equal(score, Score("who-5", answer, answer, answer, answer, answer).Value);

    [Fact]
    public void Who_5_has_no_score_without_all_answers() => Assert.Null(Score("who-5", 5, 5, 5, 5, null).Value);

    [Fact]
    public void The_own_goal_is_scored_0_to_10_and_gp_visits_are_counted()
    {
        Assert.Equal(7, Score("own-goal", 7).Value);
        Assert.Equal(4, Score("gp-visits", 4).Value);
        Assert.Null(Score("own-goal", [null]).Value);
    }

    [Theory, MemberData(nameof(Shipped))]
    public void A_value_outside_its_range_is_refused_by_its_place(string id)
    {
        var instrument = Instruments.Find(id)!;
        int?[] answers = [.. Enumerable.Repeat<int?>(instrument.Least, instrument.Items.Count)];

        foreach (var outside in new int?[] { instrument.Least - 1, instrument.Most + 1 })
        {
            answers[^1] = outside;
            var problem = Assert.Single(instrument.Measure([.. answers]).Problems);
            Assert.Equal(($"/{answers.Length - 1}", "out-of-range"), (problem.Pointer, problem.Code));
        }
    }

    [Theory, MemberData(nameof(Shipped))]
    public void A_list_of_another_length_is_refused(string id) =>
        Assert.Equal("count", Assert.Single(Instruments.Find(id)!.Measure([.. new int?[Instruments.Find(id)!.Items.Count + 1]]).Problems).Code);

    [Theory, MemberData(nameof(Shipped))]
    public void Any_answers_in_range_give_a_score_that_travels_through_json(string id)
    {
        var instrument = Instruments.Find(id)!;
        var answer = Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(instrument.Least, instrument.Most).Select(value => (int?)value));

        Prop.ForAll(answer.ArrayOf(instrument.Items.Count).ToArbitrary(), answers =>
            instrument.Measure([.. answers]) is { Problems.Count: 0, Score: { } score }
                && score.Answered == answers.Count(given => given is not null)
                && score == JsonSerializer.Deserialize<Score>(JsonSerializer.Serialize(score, JsonSerializerOptions.Web), JsonSerializerOptions.Web)).QuickCheckThrowOnFailure();
    }

    /// <summary>Favourable answers, but for the first so many items.</summary>
    static int?[] Lonely(string id, int unfavourable) =>
        [.. Instruments.Find(id)!.Items.Select((item, i) => (int?)((item.Part == "emotional") == (i < unfavourable) ? 3 : 1))];
}
