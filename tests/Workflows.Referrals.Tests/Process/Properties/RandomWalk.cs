using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process.Properties;

/// <summary>One referral, pushed about by commands, answers and the clock as a seed says. Every decision is checked by <see cref="Laws"/>.</summary>
sealed class RandomWalk
{
    readonly Random random;
    readonly Laws laws;
    DateTimeOffset now;
    Referral referral;
    int commands;

    RandomWalk(int seed)
    {
        random = new(seed);
        now = new DateTimeOffset(2020 + random.Next(35), 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(365 * 24 * 60));
        var day = AmsterdamTime.DayOf(now);
        var pathway = AnyCommand.Any(ShippedPathways.All, random) with { ClosingDays = [day.AddDays(random.Next(30)), day.AddDays(random.Next(300))] };
        referral = Referral.Submit("r1", new("welzijn-zuid", "01999901", pathway, random.Next(2) == 0, AnyCommand.Any<HandoverForm>(random)));
        laws = new(referral);
    }

    /// <summary>So many steps; a referral that was erased before is at its end.</summary>
    /// <param name="seed">The same seed takes the same steps.</param>
    /// <param name="steps">How many.</param>
    /// <param name="seen">Takes the kinds of changes that happened on the way.</param>
    /// <exception cref="InvalidOperationException">A law was broken; the message holds the seed and the step.</exception>
    public static int Take(int seed, int steps, HashSet<Type> seen)
    {
        var walk = new RandomWalk(seed);
        var step = 0;
        try
        {
            walk.Handle(Happening.Submitted(walk.now.UtcDateTime));
            for (; step < steps && !walk.referral.IsErased; step++)
            {
                walk.Step();
            }

            walk.laws.HoldAtTheEnd();
            seen.UnionWith(walk.laws.KindsOfChanges);
            return step;
        }
        catch (Exception broken)
        {
            throw new InvalidOperationException($"Seed {seed}, step {step}, {walk.referral.Status}: {broken.Message}", broken);
        }
    }

    void Step()
    {
        if (referral.OpenQuestion is { } question)
        {
            Handle(Happening.Answered(Answer(question), now.UtcDateTime));
        }
        else if (random.Next(3) > 0)
        {
            LetADeadlinePass();
        }
        else
        {
            GiveACommand();
        }
    }

    /// <summary>On time mostly; sometimes hours late, sometimes long ago, sometimes too early.</summary>
    void LetADeadlinePass()
    {
        var deadlines = referral.OpenDeadlines;
        var deadline = random.Next(20) == 0 ? AnyCommand.Any(deadlines, random) : deadlines[0];
        now = deadline.At > now && random.Next(20) > 0 ? deadline.At : now;
        now = random.Next(10) == 0 ? now.AddMinutes(random.Next(100 * 60)) : now;
        Handle(Happening.DeadlinePassed(deadline, now.UtcDateTime));
    }

    void GiveACommand()
    {
        var until = referral.NextDeadline is { } deadline && deadline.At > now ? (deadline.At - now).TotalMinutes : 1000;
        now = now.AddMinutes(random.NextDouble() * Math.Min(until, 60 * 24 * 20));
        Handle(Happening.CommandArrived(AnyCommand.For(referral, random, random.Next(20) == 0 ? $"c{commands}" : $"c{++commands}", now), now.UtcDateTime));
    }

    Answer Answer(Question question)
    {
        ValueList<RankedWorker> workers = [.. AnyCommand.Workers.Where(_ => random.Next(3) > 0).Select(worker => new RankedWorker(worker, ["free-capacity"]))];
        return question.Kind switch
        {
            QuestionKind.WhoFits => new(question.Kind, workers, StoppedByRule: random.Next(8) == 0 ? "minor" : null, DuplicateOf: random.Next(8) == 0 ? "r2" : null),
            QuestionKind.WhoTakesOver => new(question.Kind, random.Next(4) == 0 ? [] : workers),
            _ => new(question.Kind, [], Slot: random.Next(2) == 0 ? null : now.AddDays(random.Next(1, 20))),
        };
    }

    void Handle(Happening happening)
    {
        var decision = referral.Handle(happening);
        laws.HoldFor(referral, happening, decision);
        referral = decision.Referral;
    }
}
