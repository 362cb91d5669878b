using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Outcomes;

/// <summary>The instruments that come with the product.</summary>
public static class Instruments
{
    /// <summary>All of them.</summary>
    public static ValueList<Instrument> Shipped { get; } =
    [
        PositieveGezondheid.Instrument, DeJongGierveld.SixItems, DeJongGierveld.ElevenItems, Who5.Instrument,
        SingleQuestion.OwnGoal, SingleQuestion.GpVisits, SingleQuestion.Satisfaction, SingleQuestion.StillActive, SingleQuestion.CareLine,
    ];

    /// <summary>The instrument with the id, or null when it does not come with the product.</summary>
    /// <param name="id">As pathways name it.</param>
    public static Instrument? Find(string id) => Shipped.FirstOrDefault(instrument => instrument.Id == id);
}
