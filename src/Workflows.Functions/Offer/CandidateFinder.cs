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
        var organisation = await OrganisationAsync(question, cancellation);

        // Somebody must have it: neither room nor pairing is looked at.
        ValueList<Candidate> candidates = [.. Workers(organisation).Select(worker => CandidateOf(worker, isPaired: false, caseload: 0))];
        var day = AmsterdamTime.DayOf(question.At);
        var deputy = ((string[])[question.Worker!, .. organisation.AgreementWith(question.Practice)?.Deputies ?? []])
            .Select(worker => Deputies.ActingFor(worker, candidates, day))
            .FirstOrDefault(acting => acting is not null && acting != question.Worker);
        return new(question.Kind, deputy is null ? [] : [new RankedWorker(deputy, [RankLabel.Deputy])]);
    }

    /// <summary>Two small questions per worker, whatever the organisation and the practice have behind them: is there a pair, and how many up to the worker's capacity.</summary>
    async Task<ValueList<Candidate>> CandidatesAsync(Question question, CancellationToken cancellation)
    {
        var organisation = await OrganisationAsync(question, cancellation);
        return [.. await Task.WhenAll(Workers(organisation).Select(async worker =>
        {
            var pair = lists.CountAsync(ReferralLists.OfPair(organisation.Id, question.Practice, worker.Id), 1, cancellation);
            var caseload = lists.CountAsync(ReferralLists.OfWorker(organisation.Id, worker.Id), worker.Capacity, cancellation);
            return CandidateOf(worker, isPaired: await pair > 0, await caseload);
        }))];
    }

    async Task<Organisation> OrganisationAsync(Question question, CancellationToken cancellation) =>
        await directory.OrganisationAsync(question.Organisation, cancellation)
        ?? throw new InvalidOperationException($"Organisation {question.Organisation} is not in the directory.");

    static IEnumerable<Worker> Workers(Organisation organisation) => organisation.Workers.Where(worker => worker.Role is WorkerRole.Worker);

    static Candidate CandidateOf(Worker worker, bool isPaired, int caseload) =>
        new(worker.Id, isPaired, worker.Neighbourhoods, worker.Themes, worker.Capacity, caseload, worker.Absences);
}
