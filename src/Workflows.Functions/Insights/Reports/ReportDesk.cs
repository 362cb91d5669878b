using System.Globalization;
using Workflows.Functions.Directory;
using Workflows.Functions.Insights.Rollups;
using Workflows.Functions.Insights.Stories;
using Workflows.Functions.Problems;
using Workflows.Referrals.Insights.Disclosure;
using Workflows.Referrals.Insights.Reports;
using Workflows.Referrals.Insights.Rollups;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Insights.Reports;

/// <summary>Makes the report of one organisation that somebody asks for: its own people read what is counted today, others what is published.</summary>
sealed class ReportDesk(RollupStore rollups, LookMarks marks, Publications publications, StoryReader stories, TimeProvider clock)
{
    /// <summary>By what figures are divided when nobody says.</summary>
    static readonly ValueList<Dimension> Usual = [Dimension.Neighbourhood, Dimension.AgeBand, Dimension.ReasonGroup, Dimension.Programme];

    /// <summary>The figures, and the stories that stand beside them.</summary>
    /// <param name="organisation">Whose figures.</param>
    /// <param name="reader">Who reads them; null for the organisation itself.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="errors">Takes what is wrong with it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null when something is wrong, or nothing was counted yet.</returns>
    public async Task<ReportView?> MakeAsync(Organisation organisation, OutsideReader? reader, ReportQuery query, FieldErrors errors, CancellationToken cancellation = default) =>
        await FiguresAsync(organisation, reader, query, errors, cancellation) is { } view
            ? query.Template is { } id && !organisation.ReportTemplate(id)!.Sections.Contains(ReportSection.Stories)
                ? view
                : view with { Stories = await stories.ApprovedAsync(organisation, new(view.From, view.To, view.Through), cancellation) }
            : null;

    /// <summary>The figures alone: no dossier is opened for them.</summary>
    /// <inheritdoc cref="MakeAsync" path="/param"/>
    /// <inheritdoc cref="MakeAsync" path="/returns"/>
    public async Task<ReportView?> FiguresAsync(Organisation organisation, OutsideReader? reader, ReportQuery query, FieldErrors errors, CancellationToken cancellation = default)
    {
        var template = query.Template is { } id ? organisation.ReportTemplate(id) ?? errors.Refuse<ReportTemplate>("/template", ReportRules.UnknownTemplate) : null;
        if (query.Practice is { } practice && (reader is null ? organisation.Practice(practice) is null : reader.Practice != practice))
        {
            errors.Add("/practice", ReportRules.UnknownPractice);
        }

        DateOnly[] done = [.. (await marks.DoneAsync(organisation.Id, cancellation)).Select(look => look.Through)];
        if (errors.Any || done is [] || (reader is null ? PeriodOf(query, done, errors) : LookOf(query, done, errors)) is not { } period)
        {
            return null;
        }

        var by = query.By ?? template?.Divisions ?? (reader?.Audience is Audience.Practice || query.Practice is not null ? [Dimension.Month] : query.Format is "html" ? Usual.Add(Dimension.Month) : Usual);
        var view = reader is null ? await OwnAsync(organisation, query.Practice, period, by, cancellation) : (await publications.OfAsync(reader, organisation, period, cancellation))?.OnlyBy(by);
        if (view is null or { Figures: [] })
        {
            return null;
        }

        view = template is null ? view : view.As(template);
        return query.Indicator is { } indicator ? view.OnlyIndicators([indicator]) : view;
    }

    /// <summary>The years of which the reader finds a report, latest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(Organisation organisation, OutsideReader? reader, CancellationToken cancellation = default)
    {
        DateOnly[] done = [.. (await marks.DoneAsync(organisation.Id, cancellation)).Select(look => look.Through)];
        return done is [] ? [] :
        [
            .. Enumerable.Range(done[0].Year, done[^1].Year - done[0].Year + 1)
                .Where(year => reader is null || OutsideLook.At(year).Any(look => done.Contains(look.Through))).Reverse(),
        ];
    }

    async Task<ReportView> OwnAsync(Organisation organisation, string? practice, Period period, ValueList<Dimension> by, CancellationToken cancellation)
    {
        if (practice is not null)
        {
            var ofPractices = await rollups.ReadAsync(organisation.Id, period.Through, period.From, period.To, [Dimension.Practice], asOf: null, cancellation);
            var ofPractice = Report.Of(organisation.Id, period, Rollup.OfPractice(ofPractices.Select(stored => stored.Rollup), practice), by);
            return ReportViews.Of(ofPractice, Audience.Practice, organisation, ofPractices, clock.GetUtcNow()) with { Practice = practice };
        }

        var counted = await rollups.ReadAsync(organisation.Id, period.Through, period.From, period.To, [.. by.Prepend(Dimension.Total).Distinct()], asOf: null, cancellation);
        var report = Report.Of(organisation.Id, period, counted.Select(stored => stored.Rollup), by, Inhabitants.Of(organisation.Plan(period)));
        return ReportViews.Of(report, Audience.Organisation, organisation, counted, clock.GetUtcNow());
    }

    static Period? PeriodOf(ReportQuery query, DateOnly[] done, FieldErrors errors) =>
        query.Through is not { } through ? query.PeriodThrough(done[^1])
        : done.Contains(through) ? query.PeriodThrough(through)
        : errors.Refuse<Period>("/through", ReportRules.NotCounted, $"{Month(done[0])} - {Month(done[^1])}");

    /// <summary>The look that is asked for; without a year the one of the latest year that has one.</summary>
    static Period? LookOf(ReportQuery query, DateOnly[] done, FieldErrors errors)
    {
        if (query.Months is not null)
        {
            return errors.Refuse<Period>("/from", ReportRules.WholeYears);
        }

        if (query.Through is null)
        {
            var (latest, years) = (done[^1], query.Year is { } year ? (int[])[year] : [done[^1].Year, done[^1].Year - 1]);
            return years.Select(wanted => OutsideLook.Latest(wanted, latest)).FirstOrDefault(look => look is not null && done.Contains(look.Through));
        }

        Period[] looks = [.. OutsideLook.At(query.Year ?? query.Through.Value.Year).Where(look => done.Contains(look.Through))];
        return Array.Find(looks, look => look.Through == query.Through) ?? errors.Refuse<Period>("/through", ReportRules.NotCounted, string.Join(", ", looks.Select(look => Month(look.Through))));
    }

    static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
