using Workflows.Referrals.Commands;
using Workflows.Referrals.Outcomes;

namespace Workflows.Functions.Tests.Commands;

public sealed class When_a_measurement_is_given
{
    [Fact]
    public void Its_score_travels_in_numbers_and_codes_and_its_answers_stay_in_the_dossier()
    {
        var (command, sections) = Given.Read("record-measurement", """{ "instrument": "de-jong-gierveld-6", "answers": [3, 1, 1, 3, 3, 1] }""");

        Assert.Equal(
            new RecordMeasurement("de-jong-gierveld-6", "answers!1", new Score("de-jong-gierveld-6", 4, "somewhat-lonely", [new("emotional", 2), new("social", 2)], 6)),
            command);
        Assert.Equal("[3,1,1,3,3,1]", Assert.Single(sections, section => section.Key == "answers!1").Value);
    }

    [Fact]
    public void A_question_without_an_answer_is_null()
    {
        var (command, sections) = Given.Read("record-measurement", """{ "instrument": "de-jong-gierveld-6", "answers": [3, 1, 1, 3, 3, null] }""");

        Assert.Equal(5, Assert.IsType<RecordMeasurement>(command).Score!.Answered);
        Assert.Equal("[3,1,1,3,3,null]", sections["answers!1"]);
    }

    [Theory]
    [InlineData("gp-visits", 7)]
    [InlineData("own-goal", 10)]
    public void Visits_to_the_GP_and_the_own_goal_are_measures_of_one_number(string instrument, int answer)
    {
        var (command, _) = Given.Read("record-measurement", $$"""{ "instrument": "{{instrument}}", "answers": [{{answer}}] }""");

        Assert.Equal(answer, Assert.IsType<RecordMeasurement>(command).Score!.Value);
    }

    [Theory]
    [InlineData("""{ "instrument": "de-jong-gierveld-6", "answers": [0, 1, 4, 3, "3", 1.5] }""", "/answers/0 out-of-range", "/answers/2 out-of-range", "/answers/4 out-of-range", "/answers/5 out-of-range")]
    [InlineData("""{ "instrument": "de-jong-gierveld-6", "answers": [1, 1] }""", "/answers count")]
    [InlineData("""{ "instrument": "gp-visits", "answers": [-1] }""", "/answers/0 out-of-range")]
    [InlineData("""{ "instrument": "own-goal", "answers": 7 }""", "/answers wrong-type")]
    [InlineData("""{ "instrument": "own-goal" }""", "/answers required")]
    [InlineData("""{ "instrument": "unheard-of", "answers": [1] }""", "/instrument not-accepted")]
    [InlineData("""{ "instrument": "own-goal", "answers": [1], "why": "?" }""", "/why unknown-member")]
    public void Every_wrong_answer_is_named(string body, params string[] wrong) =>
        Assert.Equal(wrong, Given.Refused("record-measurement", body));
}
