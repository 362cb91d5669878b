namespace Workflows.Referrals.Deadlines;

/// <summary>Why a day is no working day: a code, and its name in Dutch and English.</summary>
public static class DayOff
{
    /// <summary>Saturday or Sunday.</summary>
    public const string Weekend = "weekend";

    /// <summary>A bridge day by decree or a closing day of the organisation.</summary>
    public const string ClosingDay = "closing-day";

    internal const string NewYear = "new-year";
    internal const string GoodFriday = "good-friday";
    internal const string EasterMonday = "easter-monday";
    internal const string KingsDay = "kings-day";
    internal const string LiberationDay = "liberation-day";
    internal const string AscensionDay = "ascension-day";
    internal const string WhitMonday = "whit-monday";
    internal const string ChristmasDay = "christmas-day";
    internal const string BoxingDay = "boxing-day";

    /// <summary>The Dutch name of a code, the code itself when it is not known.</summary>
    /// <param name="code">A code of this class.</param>
    public static string InDutch(string code) => code switch
    {
        Weekend => "weekend",
        ClosingDay => "sluitingsdag",
        NewYear => "nieuwjaarsdag",
        GoodFriday => "Goede Vrijdag",
        EasterMonday => "tweede paasdag",
        KingsDay => "Koningsdag",
        LiberationDay => "Bevrijdingsdag",
        AscensionDay => "Hemelvaartsdag",
        WhitMonday => "tweede pinksterdag",
        ChristmasDay => "eerste kerstdag",
        BoxingDay => "tweede kerstdag",
        _ => code,
    };

    /// <summary>The English name of a code, the code itself when it is not known.</summary>
    /// <param name="code">A code of this class.</param>
    public static string InEnglish(string code) => code switch
    {
        Weekend => "weekend",
        ClosingDay => "closing day",
        NewYear => "New Year's Day",
        GoodFriday => "Good Friday",
        EasterMonday => "Easter Monday",
        KingsDay => "King's Day",
        LiberationDay => "Liberation Day",
        AscensionDay => "Ascension Day",
        WhitMonday => "Whit Monday",
        ChristmasDay => "Christmas Day",
        BoxingDay => "Boxing Day",
        _ => code,
    };
}
