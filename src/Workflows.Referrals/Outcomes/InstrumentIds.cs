namespace Workflows.Referrals.Outcomes;

/// <summary>The ids of the instruments that come with the product. Licensed instruments are plug-ins and are not shipped.</summary>
public static class InstrumentIds
{
    /// <summary>The spider web of Positieve Gezondheid, 44 items.</summary>
    public const string PositieveGezondheid = "positieve-gezondheid";

    /// <summary>De Jong Gierveld loneliness scale, 6 items.</summary>
    public const string DeJongGierveld6 = "de-jong-gierveld-6";

    /// <summary>De Jong Gierveld loneliness scale, 11 items.</summary>
    public const string DeJongGierveld11 = "de-jong-gierveld-11";

    /// <summary>WHO-5 well-being index.</summary>
    public const string Who5 = "who-5";

    /// <summary>The client's own goal.</summary>
    public const string OwnGoal = "own-goal";

    /// <summary>Visits to the GP in the last three months.</summary>
    public const string GpVisits = "gp-visits";

    /// <summary>The client's mark for the support.</summary>
    public const string Satisfaction = "satisfaction";

    /// <summary>Whether the client still takes part.</summary>
    public const string StillActive = "still-active";

    /// <summary>The highest line of care of the last three months.</summary>
    public const string CareLine = "care-line";
}
