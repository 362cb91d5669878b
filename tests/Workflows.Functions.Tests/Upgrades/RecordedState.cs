using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Functions.Tests.Settings;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Upgrades;

/// <summary>A referral as a version of the app once left it in the tables: what the next version takes over.</summary>
/// <param name="Version">The process version; also the name of the file.</param>
/// <param name="History">Whose life it is.</param>
/// <param name="After">How many of that life's steps were behind it.</param>
/// <param name="Summary">The referral, as JSON.</param>
sealed record RecordedState(int Version, string History, int After, JsonNode Summary)
{
    static readonly string Folder = Path.Combine(AppSettings.Root, "tests", "Workflows.Functions.Tests", "Upgrades", "States");

    public static string PathOf(int version) => Path.Combine(Folder, $"v{version}.jsonl");

    public static IReadOnlyList<RecordedState> All { get; } =
        [.. System.IO.Directory.GetFiles(Folder, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Select(line => JsonSerializer.Deserialize<RecordedState>(line, JsonSerializerOptions.Web)!)];

    public Referral Read() => ReferralJson.ReadReferral(Summary.ToJsonString());

    /// <summary>Where each recorded life of the present version first comes to a status: as today's app leaves it.</summary>
    public static IEnumerable<RecordedState> OfToday() =>
        RecordedHistory.Names.Select(RecordedHistory.Read).Where(history => history.IsOfToday).SelectMany(OfToday).DistinctBy(state => (state.History, state.Read().Status));

    static IEnumerable<RecordedState> OfToday(RecordedHistory history)
    {
        var referral = history.Submitted;
        foreach (var (before, step) in history.Steps.Index())
        {
            referral = referral.Handle(step.Happening).Referral;

            // Not in the middle of what came together: nobody can say any more that the second was there already.
            if (history.Steps.ElementAtOrDefault(before + 1)?.Happening is not { Command: not null } next || next.At > step.Happening.At)
            {
                yield return new(referral.ProcessVersion, history.Name, before + 1, JsonNode.Parse(ReferralJson.Write(referral))!);
            }
        }
    }
}
