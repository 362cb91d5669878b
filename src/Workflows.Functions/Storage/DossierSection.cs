namespace Workflows.Functions.Storage;

/// <summary>The names of a dossier's sections.</summary>
static class DossierSection
{
    /// <summary>Who the client is and how to reach them.</summary>
    public const string Client = "client";

    /// <summary>Who referred and how to reach them.</summary>
    public const string Referrer = "referrer";

    /// <summary>Why, in codes, and what the referrer asks, in words.</summary>
    public const string Question = "question";

    /// <summary>On what ground the data may be used, and how far.</summary>
    public const string Consent = "consent";

    /// <summary>What a form asked beyond the fields of a referral.</summary>
    public const string Unmapped = "unmapped";

    /// <summary>A submission as it arrived, for as long as a person has to look at it.</summary>
    public const string Waiting = "waiting";

    /// <summary>The free text of the command with this key. The command itself carries this name and no text.</summary>
    public static string Note(string key) => TableKey.Valid($"note!{key}");
}
