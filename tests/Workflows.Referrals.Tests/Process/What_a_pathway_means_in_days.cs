using Workflows.Referrals.Commands;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process;

public sealed class What_a_pathway_means_in_days
{
    public static TheoryData<string, ReferralStatus> Phases
    {
        get
        {
            var phases = new TheoryData<string, ReferralStatus>();
            foreach (var pathway in ShippedPathways.All)
            {
                foreach (var status in (ReferralStatus[])[ReferralStatus.Offered, ReferralStatus.AwaitingCoordinator, ReferralStatus.Accepted, ReferralStatus.InSupport, ReferralStatus.Completed])
                {
                    phases.Add(pathway.Id, status);
                }
            }

            return phases;
        }
    }

    /// <summary>Of a story only the ids of worker and feedback are other ones.</summary>
    [Theory, MemberData(nameof(Phases))]
    public void Is_what_it_means_to_a_referral_that_is_received_then(string id, ReferralStatus status)
    {
        var pathway = ShippedPathways.All.First(one => one.Id == id);
        var story = Story.In(status, pathway);

        var previewed = Preview(pathway, status);

        Assert.All(
            story.Referral.OpenDeadlines.Where(deadline => status != ReferralStatus.Completed || deadline.Kind != DeadlineKind.Aftercare),
            lived => Assert.Contains(previewed, deadline => (deadline.Kind, deadline.At, deadline.Explanation!.Rule, deadline.Explanation.Term) == (lived.Kind, lived.At, lived.Explanation!.Rule, lived.Explanation.Term)));
    }

    [Fact]
    public void Shows_every_stage_of_the_reminders_and_every_measurement_of_the_support()
    {
        var support = Preview(Pathway.Default, ReferralStatus.InSupport);

        Assert.Equal(
            ["2026-04-28", "2026-05-26", "2026-07-13", "2026-10-13"],
            support.Where(deadline => deadline.Kind == DeadlineKind.SupportReminder).Select(deadline => $"{deadline.At:yyyy-MM-dd}"));
        Assert.Equal(Pathway.Default.Aftercare.MeasureAfter, support.Where(deadline => deadline.Kind == DeadlineKind.Aftercare).Select(deadline => deadline.Explanation!.Term));
        Assert.Single(support, deadline => deadline.Kind == DeadlineKind.Silence);
        Assert.Single(support, deadline => deadline.Kind == DeadlineKind.ProgressFeedback);
    }

    [Fact]
    public void Counts_a_planned_handover_from_its_date() =>
        Assert.Equal(
            Story.In(ReferralStatus.Accepted).Anna(new PlanHandover(Story.Monday.AddMinutes(1), HandoverForm.Phone)).Next(DeadlineKind.HandoverRecording)!.At,
            Preview(Pathway.Default, ReferralStatus.HandoverPlanned).Single().At);

    [Fact]
    public void Skips_the_closing_days_of_the_organisation()
    {
        var closed = Pathway.Default with { ClosingDays = [new(2026, 4, 14)] };

        Assert.Equal(Amsterdam.At(2026, 4, 15, 17), Preview(Pathway.Default, ReferralStatus.Offered).Single(deadline => deadline.Kind == DeadlineKind.OfferResponse).At);
        Assert.Equal(Amsterdam.At(2026, 4, 16, 17), Preview(closed, ReferralStatus.Offered).Single(deadline => deadline.Kind == DeadlineKind.OfferResponse).At);
    }

    [Fact]
    public void Explains_each_and_names_nobody() =>
        Assert.All(ShippedPathways.All.SelectMany(pathway => DeadlinePreview.Of(pathway, Story.Monday)).SelectMany(phase => phase.Deadlines), deadline =>
        {
            Assert.NotNull(deadline.Explanation);
            Assert.True(deadline.Who is null or "coordinator" or "referrer", deadline.Who);
        });

    static ValueList<Deadline> Preview(Pathway pathway, ReferralStatus status) =>
        DeadlinePreview.Of(pathway, Story.Monday).Single(phase => phase.Status == status).Deadlines;
}
