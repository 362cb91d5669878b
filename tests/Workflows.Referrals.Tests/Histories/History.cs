using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Workflows.Referrals.Process;
using Workflows.Referrals.Tests.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Histories;

/// <summary>One happening of a recorded history, and what was decided then.</summary>
/// <param name="Happening">What happened.</param>
/// <param name="Events">What stood in the timeline after it.</param>
/// <param name="Effects">What followed outside.</param>
/// <param name="Refusal">The code of the refusal; null without one.</param>
sealed record Step(Happening Happening, ValueList<ReferralEvent> Events, ValueList<Effect> Effects, string? Refusal)
{
    public static Step Of(Happening happening, Decision decision) => new(happening, decision.Events, decision.Effects, decision.Refusal?.Code);
}

/// <summary>A complete referral as a version of the process once decided it: evidence that today's code still decides it like that.</summary>
/// <param name="Id">The referral's id.</param>
/// <param name="Submission">What it started with.</param>
/// <param name="Steps">Everything that happened, in order.</param>
sealed record History(string Id, Submission Submission, ValueList<Step> Steps)
{
    static readonly JsonSerializerOptions Writing = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Where the histories lie in the source tree.</summary>
    public static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    public static History Of(Story story) =>
        new(story.Referral.Id, ((Received)story.Events[0].Change).Submission, [.. story.Steps.Select(step => Step.Of(step.Happening, step.Decision))]);

    public static History Read(string path) => JsonSerializer.Deserialize<History>(File.ReadAllText(path), Writing)!;

    /// <summary>Writes a new history. One that is there is evidence and stays as it is.</summary>
    /// <param name="path">The file, which must not exist.</param>
    /// <exception cref="InvalidOperationException">The file exists.</exception>
    public void Record(string path)
    {
        if (File.Exists(path))
        {
            throw new InvalidOperationException($"{path} is evidence of what was decided: it is not overwritten. Decide by a new process version and record a new history beside it.");
        }

        File.WriteAllText(path, JsonSerializer.Serialize(this, Writing) + "\n");
    }

    /// <summary>The first decision that today's code takes otherwise; null when it takes none.</summary>
    public string? FirstDifference()
    {
        var referral = Referral.Submit(Id, Submission) with { ProcessVersion = ((Received)Steps[0].Events[0].Change).ProcessVersion };
        for (var number = 0; number < Steps.Count; number++)
        {
            var (then, decision) = (Steps[number], referral.Handle(Steps[number].Happening));
            if (Step.Of(then.Happening, decision) is var today && today != then)
            {
                return $"Step {number + 1} of {Steps.Count}, {Name(then.Happening)}:\nthen:  {Text(then)}\ntoday: {Text(today)}";
            }

            referral = decision.Referral;
        }

        return null;
    }

    static string Name(Happening happening) =>
        $"{happening.Command?.Command.GetType().Name ?? happening.Deadline?.Kind.ToString() ?? happening.Answer?.To.ToString() ?? "Submitted"} at {happening.At:u}";

    static string Text(Step step) => $"{step.Refusal} {string.Join(", ", step.Events.Select(next => next.Change))} -> {string.Join(", ", step.Effects)}";
}
