using System.Text.Json;
using Workflows.Functions.Tests.Settings;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Upgrades;

/// <summary>A life that the domain's tests hold as evidence of what was decided.</summary>
sealed record RecordedHistory(string Id, Submission Submission, ValueList<RecordedStep> Steps)
{
    static readonly string Folder = Path.Combine(AppSettings.Root, "tests", "Workflows.Referrals.Tests", "Histories");

    public static IEnumerable<string> Names => System.IO.Directory.GetFiles(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public static RecordedHistory Read(string name) => JsonSerializer.Deserialize<RecordedHistory>(File.ReadAllText(Path.Combine(Folder, $"{name}.json")), JsonSerializerOptions.Web)! with { Name = name };

    /// <summary>The name of its file.</summary>
    public string Name { get; init; } = "";

    /// <summary>The referral before anything happened, to be decided by the version of then.</summary>
    public Referral Submitted => Referral.Submit(Id, Submission) with { ProcessVersion = ((Received)Steps[0].Events[0].Change).ProcessVersion };

    /// <summary>Whether the present version of the process decided it.</summary>
    public bool IsOfToday => Submitted.ProcessVersion == Referral.Submit(Id, Submission).ProcessVersion;
}

/// <summary>One happening, and what was decided then.</summary>
sealed record RecordedStep(Happening Happening, ValueList<ReferralEvent> Events, ValueList<Effect> Effects);
