using LocalRuntime.Tests.Azurite;

namespace Workflows.Benchmarks.Pages;

/// <summary>How long a page takes with few and with many referrals in the tables, measured in turns, so that what else the machine does hits both.</summary>
/// <param name="User">Who opens it.</param>
/// <param name="Path">Its address.</param>
/// <param name="Few">The median with few.</param>
/// <param name="Many">The median with many.</param>
/// <param name="RowsOfFew">Rows of lists that were read each time with few.</param>
/// <param name="RowsOfMany">And with many.</param>
sealed record PagesRun(string User, string Path, TimeSpan Few, TimeSpan Many, long RowsOfFew, long RowsOfMany)
{
    public const int FewReferrals = 1_000;
    public const int ManyReferrals = 100_000;

    static readonly (string User, string Path)[] Pages =
    [
        ("worker/anna", "/werk"),
        ("worker/anna", "/werk/{started}"),
        ("worker/anna", "/werk/{accepted}/plan-handover"),
        ("referrer/01999901", "/verwijzen"),
        ("referrer/01999901", "/praktijk"),
        ("referrer/01999901", "/praktijk?toon=afgelopen"),
        ("referrer/01999901", "/praktijk/{started}"),
        ("referrer/01999901", "/praktijk/overleg"),
        ("referrer/01999901", "/praktijk/spreekuur"),
        ("coordinator/cora", "/regie"),
        ("coordinator/cora", "/regie?toon=welzijnscoach"),
        ("coordinator/cora", "/regie?toon=afgesloten"),
        ("coordinator/cora", "/regie/{started}"),
        ("coordinator/cora", "/gids/welzijn-zuid"),
        ("client/{started}", "/mijn/verwijzing"),
        ("client/{started}", "/mijn/inzage"),
    ];

    public double Ratio => Many / Few;

    public static async Task<IReadOnlyList<PagesRun>> MeasureAsync()
    {
        using var azurite = await AzuriteProcess.StartAsync();
        await using var few = await MeasuredApp.StartAsync(azurite.ConnectionString, FewReferrals);
        await using var many = await MeasuredApp.StartAsync(azurite.ConnectionString, ManyReferrals);
        List<PagesRun> runs = [];
        foreach (var (user, path) in Pages)
        {
            var (ofFew, ofMany) = await InTurns.MedianAsync(few, many, user, path);
            runs.Add(new(user, path, ofFew, ofMany, await RowsAsync(few, user, path), await RowsAsync(many, user, path)));
        }

        return runs;
    }

    static async Task<long> RowsAsync(MeasuredApp app, string user, string path)
    {
        var before = app.RowsRead;
        await app.OpenAsync(user, path);
        return app.RowsRead - before;
    }
}
