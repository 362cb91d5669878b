using System.Text.Json;
using Workflows.Functions.Problems;
using Workflows.Referrals.Outcomes;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Commands;

/// <summary>Reads the answers to a questionnaire and scores them: one whole number per question in the order of the form, null for a question without an answer.</summary>
static class MeasurementReader
{
    const int MostAnswers = 100;

    /// <returns>The score and the answers; null when an answer is wrong, which is then among the errors.</returns>
    public static (Score Score, ValueList<int?> Answers)? Read(JsonFields body, FieldErrors errors)
    {
        var name = body.Text("instrument", FieldFormat.Identifier, FieldRules.Required);
        var answers = body.List("answers", MostAnswers, (item, _) => Answer.Of(item), FieldRules.Required).Select(answer => answer.Value).ToValueList();
        if (name is null || answers.Count == 0)
        {
            return null;
        }

        if (Instruments.Find(name) is not { } instrument)
        {
            errors.Add(body.At("instrument"), FieldRules.NotAccepted, string.Join(", ", Instruments.Shipped.Select(known => known.Id)));
            return null;
        }

        var (score, problems) = instrument.Measure(answers);
        foreach (var problem in problems)
        {
            errors.Add(body.At("answers") + problem.Pointer, new FieldRule(problem.Code, problem.Detail));
        }

        return score is null ? null : (score, answers);
    }

    sealed record Answer(int? Value)
    {
        /// <summary>What is no whole number lies outside every instrument's range: the instrument then says what it accepts.</summary>
        public static Answer Of(JsonElement item) => item.ValueKind switch
        {
            JsonValueKind.Null => new((int?)null),
            JsonValueKind.Number when item.TryGetInt32(out var number) => new(number),
            _ => new(int.MinValue),
        };
    }
}
