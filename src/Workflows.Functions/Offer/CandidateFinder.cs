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
        var day = AmsterdamTime.DayOf(question.At);

        var rules = ReferralJson.ReadReferral((await timeline.ReadSummaryAsync(question.Referral, cancellation))!).Pathway.TargetGroup;
        var fired = TargetGroup.Fired(rules, new(TargetGroupFacts.AgeOn(client.BirthDate, day), ReasonsOf(sections), AreaOf(client)));
        var candidates = await CandidatesAsync(question, cancellation);
        return new(
            question.Kind,
            Ranking.Of(candidates, WishOf(sections, day)),
            StoppedByRule: fired is [var rule, ..] ? rule.Id : null,
            DuplicateOf: await duplicates.FindAsync(question, client, cancellation));
    }

    /// <summary>All workers for a referral that a human gives to one of them: those who fit, best first and with the reasons of their rank, then the others.</summary>
    public async Task<IReadOnlyList<RatedWorker>> RateAsync(Referral referral, DateTimeOffset at, CancellationToken cancellation)
    {
        var candidates = await CandidatesAsync(new(QuestionKind.WhoFits, referral.Id, referral.Organisation, referral.Practice, null, at), cancellation);
        var ranked = Ranking.Of(candidates, WishOf(await dossiers.ReadAllAsync(referral.Id, cancellation), AmsterdamTime.DayOf(at)));
        return
        [
            .. ranked.Select(one => new RatedWorker(candidates.First(candidate => candidate.Worker == one.Worker), one.Because)),
            .. candidates.Where(candidate => !ranked.Any(one => one.Worker == candidate.Worker)).Select(candidate => new RatedWorker(candidate, [])),
        ];
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

    /// <summary>What the referral asks; of one that was erased meanwhile nothing is known.</summary>
    static Wish WishOf(IReadOnlyDictionary<string, string> sections, DateOnly day) => sections.Count == 0
        ? new(null, [], day)
        : new(AreaOf(DossierSections.Read<ClientDetails>(sections[DossierSection.Client])), WelfareVocabulary.ThemesOf(ReasonsOf(sections)), day);

    static ValueList<string> ReasonsOf(IReadOnlyDictionary<string, string> sections) =>
        DossierSections.Read<QuestionSection>(sections[DossierSection.Question]).Reasons.Select(reason => reason.Code).ToValueList();

    static string? AreaOf(ClientDetails client) => client.PostalCode is { } postalCode ? PostalCode.Area(postalCode) : null;

    async Task<Organisation> OrganisationAsync(Question question, CancellationToken cancellation) =>
        await directory.OrganisationAsync(question.Organisation, cancellation)
        ?? throw new InvalidOperationException($"Organisation {question.Organisation} is not in the directory.");

    static IEnumerable<Worker> Workers(Organisation organisation) => organisation.Workers.Where(worker => worker.Role is WorkerRole.Worker);

    static Candidate CandidateOf(Worker worker, bool isPaired, int caseload) =>
        new(worker.Id, isPaired, worker.Neighbourhoods, worker.Themes, worker.Capacity, caseload, worker.Absences);
}

/// <summary>A worker for a referral that is to be given to one.</summary>
/// <param name="Candidate">The worker, with capacity, caseload and absences.</param>
/// <param name="Because">The reasons of the rank, some of <see cref="RankLabel"/>; none for who does not fit.</param>
sealed record RatedWorker(Candidate Candidate, ValueList<string> Because);
