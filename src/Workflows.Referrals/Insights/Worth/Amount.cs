using Workflows.Referrals.Insights.Reports;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Worth;

/// <summary>Euros as count x price x share: a range, with everything that it was made of. It cannot be made otherwise.</summary>
public sealed record Amount
{
    Amount(Entry entry, Price price, Source source, Figure figure, decimal count) => (Entry, Price, Source, Figure, Count) = (entry, price, source, figure, count);

    /// <summary>The cost or benefit.</summary>
    public Entry Entry { get; }

    /// <summary>The price, with its year and version.</summary>
    public Price Price { get; }

    /// <summary>Who says so.</summary>
    public Source Source { get; }

    /// <summary>The figure that was counted, with its denominator.</summary>
    public Figure Figure { get; }

    /// <summary>How many times the price; below zero when it became worse.</summary>
    public decimal Count { get; }

    /// <summary>An amount is never more than an estimate, and of a change it says before and after.</summary>
    public Design Design => Figure.Indicator.Design is Design.Description ? Design.Estimate : Figure.Indicator.Design;

    /// <summary>The low end in euros.</summary>
    public decimal Low => Math.Min(Count * Price.LowCents, Count * Price.HighCents) / 100;

    /// <summary>The high end in euros.</summary>
    public decimal High => Math.Max(Count * Price.LowCents, Count * Price.HighCents) / 100;

    /// <summary>The part of each funder, in euros.</summary>
    public ValueList<FunderAmount> ByFunder => [.. Entry.Shares.Select(share => new FunderAmount(share.Funder, share.Percent, Low * share.Percent / 100, High * share.Percent / 100))];

    /// <summary>The amount of a figure.</summary>
    /// <param name="entry">The cost or benefit.</param>
    /// <param name="price">Its price.</param>
    /// <param name="source">The price's source.</param>
    /// <param name="figure">The figure of its indicator.</param>
    /// <exception cref="ArgumentException">The parts do not belong together, or the figure has no denominator or no count: euros without them are not shown.</exception>
    public static Amount Of(Entry entry, Price price, Source source, Figure figure)
    {
        if (entry.Price != price.Id || price.Source != source.Id || entry.Indicator != figure.Indicator.Id)
        {
            throw new ArgumentException($"{entry.Id}: price, source and figure do not belong to each other.", nameof(entry));
        }

        return figure is { IsHidden: false, Denominator: > 0, Numerator: { } counted }
            ? new(entry, price, source, figure, figure.Gain ?? counted)
            : throw new ArgumentException($"{entry.Id}: no euros without a count and a denominator.", nameof(figure));
    }
}

/// <summary>A funder's part of an amount.</summary>
/// <param name="Funder">Whose.</param>
/// <param name="Percent">Its share.</param>
/// <param name="Low">The low end in euros.</param>
/// <param name="High">The high end in euros.</param>
public sealed record FunderAmount(string Funder, int Percent, decimal Low, decimal High);
