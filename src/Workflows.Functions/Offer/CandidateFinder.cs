using Workflows.Functions.Directory;
using Workflows.Functions.Intake;
using Workflows.Functions.Referrals;
using Workflows.Functions.Storage;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Identifiers;
using Workflows.Referrals.Matching;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;
using Workflows.Referrals.Vocabulary;

namespace Workflows.Functions.Offer;

/// <summary>Gathers what the pure ranking needs: the workers of the directory with their caseloads, and what the referral asks.</summary>
sealed class CandidateFinder(DirectoryStore directory, TimelineStore timeline, ListStore lists, DossierStore dossiers, Duplicates duplicates)
{
    /// <summary>The workers who fit, best first, and what asks for a human first: an open referral of the same client, or a rule of the target group.</summary>
    public async Task<Answer> WhoFitsAsync(Question question, CancellationToken cancellation)
    {
        var sections = await dossiers.ReadAllAsync(question.Referral, cancellation);
        if (sections.Count == 0)
        {
            return new(question.Kind, []);   // erased meanwhile: nobody is asked any more
        }

        var client = DossierSections.Read<ClientDetails>(sections[DossierSection.Client]);
        var reasons = DossierSections.Read<QuestionSection>(sections[DossierSection.Question]).Reasons.Select(reason => reason.Code).ToValueList();
        var area = client.PostalCode is { } postalCode ? PostalCode.Area(postalCode) : null;
        var day = AmsterdamTime.DayOf(question.At);

        var rules = ReferralJson.ReadReferral((await timeline.ReadSummaryAsync(question.Referral, cancellation))!).Pathway.TargetGroup;
        var fired = TargetGroup.Fired(rules, new(TargetGroupFacts.AgeOn(client.BirthDate, day), reasons, area));
        var candidates = await CandidatesAsync(question, cancellation);
        return new(
            question.Kind,
            Ranking.Of(candidates, new(area, WelfareVocabulary.ThemesOf(reasons), day)),
            StoppedByRule: fired is [var rule, ..] ? rule.Id : null,
            DuplicateOf: await duplicates.FindAsync(question, client, cancellation));
    }

    /// <summary>Who acts for the worker on the day of the question: by the absence in the directory, else by the agreement.</summary>
    public async Task<Answer> WhoTakesOverAsync(Question question, CancellationToken cancellation)
    {
        directory.Forget();   // the absence that is asked about may have been entered a moment ago, in another process
        var candidates = await CandidatesAsync(question, cancellation);
        var day = AmsterdamTime.DayOf(question.At);
        var agreement = (await directory.OrganisationAsync(question.Organisation, cancellation))?.AgreementWith(question.Practice);
        var deputy = ((string[])[question.Worker!, .. agreement?.Deputies ?? []])
            .Select(worker => Deputies.ActingFor(worker, candidates, day))
            .FirstOrDefault(acting => acting is not null && acting != question.Worker);
        return new(question.Kind, deputy is null ? [] : [new RankedWorker(deputy, [RankLabel.Deputy])]);
    }

    async Task<ValueList<Candidate>> CandidatesAsync(Question question, CancellationToken cancellation)
    {
        var organisation = await directory.OrganisationAsync(question.Organisation, cancellation)
            ?? throw new InvalidOperationException($"Organisation {question.Organisation} is not in the directory.");
        var paired = await lists.AllAsync(ReferralLists.OfPractice(question.Organisation, question.Practice), cancellation)
            .Select(ReferralJson.ReadListed)
            .Where(listed => !listed.Status.IsClosed && listed.Status is not ReferralStatus.Offered)
            .Select(listed => listed.Worker)
            .ToHashSetAsync(cancellationToken: cancellation);

        List<Candidate> candidates = [];
        foreach (var worker in organisation.Workers.Where(worker => worker.Role is WorkerRole.Worker))
        {
            var caseload = await lists.AllAsync(ReferralLists.OfWorker(question.Organisation, worker.Id), cancellation).CountAsync(cancellation);
            candidates.Add(new(worker.Id, paired.Contains(worker.Id), worker.Neighbourhoods, worker.Themes, worker.Capacity, caseload, worker.Absences));
        }

        return [.. candidates];
    }
}
