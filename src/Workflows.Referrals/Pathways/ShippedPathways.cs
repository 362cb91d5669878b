using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Pathways;

/// <summary>The pathways that come with the product: data, embedded so that they cannot be lost on the way.</summary>
public static class ShippedPathways
{
    /// <summary>Welzijn op Recept with the numbers of the national method.</summary>
    public static Pathway Default { get; } = Read("default");

    /// <summary>Preventing falls by moving more.</summary>
    public static Pathway FallPrevention { get; } = Read("fall-prevention");

    /// <summary>Support of informal caregivers.</summary>
    public static Pathway CaregiverSupport { get; } = Read("caregiver-support");

    /// <summary>All of them, the default first.</summary>
    public static ValueList<Pathway> All { get; } = [Default, FallPrevention, CaregiverSupport];

    static Pathway Read(string id)
    {
        using var file = new StreamReader(typeof(ShippedPathways).Assembly.GetManifestResourceStream($"Pathways/{id}.json")!);
        var reading = PathwayFile.Read(file.ReadToEnd());
        return reading.Pathway ?? throw new InvalidDataException($"{id}.json: {reading.Problems}");
    }
}
