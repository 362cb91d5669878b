using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process.Lifecycle;

/// <summary>A referral goes from one status to another.</summary>
/// <param name="From">From where.</param>
/// <param name="To">To where.</param>
/// <param name="Through">A command's name, <c>a deadline</c> or <c>an answer</c>.</param>
sealed record Road(ReferralStatus From, ReferralStatus To, string Through)
{
    /// <summary>All roads there are, found by walking them: every command with every content by everyone, every deadline and every answer in every situation.</summary>
    public static IReadOnlySet<Road> All { get; } = Situation.All.SelectMany(RoadsFrom).ToHashSet();

    static IEnumerable<Road> RoadsFrom(Referral referral) =>
        from step in Commands(referral).Concat(Deadlines(referral)).Concat(Answers(referral))
        where step.After.Status != referral.Status
        select new Road(referral.Status, step.After.Status, step.Through);

    static IEnumerable<(string Through, Referral After)> Commands(Referral referral) =>
        from line in Transitions.All
        from role in Enum.GetValues<Role>()
        from command in Sample.Of(line.Command, referral)
        select (line.Name, referral.Handle(Happening.CommandArrived(new("road", Sample.By(role, referral), command), Story.Monday.AddHours(1).UtcDateTime)).Referral);

    static IEnumerable<(string Through, Referral After)> Deadlines(Referral referral) =>
        referral.OpenDeadlines.Select(deadline => ("a deadline", referral.Handle(Happening.DeadlinePassed(deadline, deadline.At.UtcDateTime)).Referral));

    static IEnumerable<(string Through, Referral After)> Answers(Referral referral) =>
        from found in new ValueList<RankedWorker>[] { [], [new("els", [])] }
        let answered = Asked(referral)
        where answered.OpenQuestion is not null
        select ("an answer", answered.Handle(Happening.Answered(new(answered.OpenQuestion!.Kind, found), Story.Monday.UtcDateTime)).Referral);

    /// <summary>A referral that a worker has, asks who takes over once the worker is absent.</summary>
    static Referral Asked(Referral referral) => referral.OpenQuestion is not null || referral.Worker is not { } worker
        ? referral
        : referral.Handle(Happening.CommandArrived(new("absent", Actor.Process, new ReportWorkerUnavailable(worker)), Story.Monday.UtcDateTime)).Referral;
}
