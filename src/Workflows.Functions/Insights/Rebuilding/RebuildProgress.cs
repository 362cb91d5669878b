namespace Workflows.Functions.Insights.Rebuilding;

/// <summary>How far everything is made again. Names and numbers only: it travels through the orchestration's history.</summary>
/// <param name="Page">Where the next page of timelines begins; null at the beginning.</param>
/// <param name="FactsAreMade">Whether all timelines were read.</param>
/// <param name="Organisations">Whose months are still to be counted; null before that begins.</param>
/// <param name="NextCohort">The month of receipt that is next, by its first day; null for the first.</param>
/// <param name="Timelines">How many timelines were read.</param>
/// <param name="ChangedFacts">How many facts came out otherwise than they were kept.</param>
/// <param name="Counted">How many counts were kept for the first time.</param>
/// <param name="Restated">How many came out otherwise than before.</param>
/// <param name="IsDone">Whether it is over.</param>
sealed record RebuildProgress(
    string? Page = null, bool FactsAreMade = false, string[]? Organisations = null, DateOnly? NextCohort = null, int Timelines = 0, int ChangedFacts = 0, int Counted = 0, int Restated = 0, bool IsDone = false)
{
    public RebuildProgress With(MadeFacts made) =>
        this with { Page = made.Next, FactsAreMade = made.Next is null, Timelines = Timelines + made.Timelines, ChangedFacts = ChangedFacts + made.Changed };

    /// <param name="counted">What was counted of a cohort of the first organisation.</param>
    /// <param name="others">The other organisations, which come after its last cohort.</param>
    public RebuildProgress With(CountedAgain counted, string[] others) => this with
    {
        Organisations = counted.Next is null ? others : Organisations,
        NextCohort = counted.Next,
        Counted = Counted + counted.Counted,
        Restated = Restated + counted.Restated,
    };
}

/// <summary>A page of timelines whose facts were made.</summary>
/// <param name="Next">Where the next page begins; null when this was the last.</param>
/// <param name="Timelines">How many there were.</param>
/// <param name="Changed">How many facts came out otherwise than they were kept.</param>
sealed record MadeFacts(string? Next, int Timelines, int Changed);

/// <summary>Which cohort is to be counted.</summary>
/// <param name="Organisation">Whose.</param>
/// <param name="Cohort">The month of receipt, by its first day; null for the first there is.</param>
sealed record CountingAgain(string Organisation, DateOnly? Cohort);

/// <summary>What was counted of a cohort.</summary>
/// <param name="Next">The next cohort; null when this was the last.</param>
/// <param name="Counted">How many counts were kept for the first time.</param>
/// <param name="Restated">How many came out otherwise than before.</param>
sealed record CountedAgain(DateOnly? Next, int Counted, int Restated);
