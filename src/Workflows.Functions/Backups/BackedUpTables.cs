namespace Workflows.Functions.Backups;

/// <summary>Which tables a backup holds, and how.</summary>
static class BackedUpTables
{
    /// <summary>The wrapped data keys, which lie apart.</summary>
    public const string Keys = "DossierKeys";

    /// <summary>Who was erased. A restore takes the lists of all backups together, and what it has itself.</summary>
    public const string Erasures = "Erasures";

    public const string Timeline = "Timeline";

    public const string Lists = "Lists";

    /// <summary>
    /// In the order of a restore: first who was erased, so that nobody's key comes back; the timelines last, so that whoever finds one finds all that belongs to it;
    /// and the directory after all, so that people come in when everything is there. A backup reads them the other way round.
    /// </summary>
    public static IReadOnlyList<string> InOrder { get; } =
    [
        Erasures, Keys, "Dossiers", "Submissions", "Profiles", "Rollups", "Publications", "Notifications", "Waiting", "Practices", "WebKeys", "Audit", Lists, Timeline, "Directory",
    ];

    /// <summary>Not held: what a restore makes from the timelines, and the codes and sessions of clients, who ask for new ones.</summary>
    public static IReadOnlyList<string> NotHeld { get; } = ["Facts", "Pending", "SignIns"];

    /// <summary>Rows that change together stand in one partition there: a copy must not have some from before a change and some from after.</summary>
    public static bool IsReadByPartition(string table) => table is Timeline or "Directory";
}
