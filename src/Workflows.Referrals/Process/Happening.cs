using Workflows.Referrals.Commands;

namespace Workflows.Referrals.Process;

/// <summary>What a referral reacts to: its submission, a command, a deadline that passed, or an answer. Exactly one is there.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Command">The command that arrived.</param>
/// <param name="Deadline">The deadline that passed.</param>
/// <param name="Answer">The answer that was found.</param>
public sealed record Happening(DateTimeOffset At, CommandEnvelope? Command = null, Deadline? Deadline = null, Answer? Answer = null)
{
    /// <summary>The referral begins.</summary>
    /// <param name="at">When, in UTC.</param>
    public static Happening Submitted(DateTime at) => new(Utc(at));

    /// <summary>Somebody wants something.</summary>
    /// <param name="command">What is wanted, and by whom.</param>
    /// <param name="at">When, in UTC.</param>
    public static Happening CommandArrived(CommandEnvelope command, DateTime at) => new(Utc(at), Command: command);

    /// <summary>Something that should have happened by now did not, or is due now.</summary>
    /// <param name="deadline">Which deadline.</param>
    /// <param name="at">When, in UTC.</param>
    public static Happening DeadlinePassed(Deadline deadline, DateTime at) => new(Utc(at), Deadline: deadline);

    /// <summary>The tables answered.</summary>
    /// <param name="answer">What they answered.</param>
    /// <param name="at">When, in UTC.</param>
    public static Happening Answered(Answer answer, DateTime at) => new(Utc(at), Answer: answer);

    static DateTimeOffset Utc(DateTime at) => new(DateTime.SpecifyKind(at, DateTimeKind.Utc));
}
