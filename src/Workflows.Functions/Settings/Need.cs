namespace Workflows.Functions.Settings;

/// <summary>When the app does not start without a setting.</summary>
/// <param name="Words">For the table in the README.</param>
/// <param name="Holds">Whether that is the case here and now.</param>
readonly record struct Need(string Words, bool Holds)
{
    public static Need Always => new("always", true);

    public static Need Never => new("no", false);
}
