namespace Workflows.Functions.Security.Web;

/// <summary>How often somebody may call: so many at once, and so many more with each minute. Per instance of the app: with three of them it may be three times as often, so that nothing depends on this alone. What must be counted exactly, the tries of a sign-in code, is counted in its table.</summary>
/// <param name="AtOnce">Requests.</param>
/// <param name="PerMinute">Requests.</param>
sealed record Pace(int AtOnce, int PerMinute)
{
    /// <summary>Somebody who signed in. More than hands can do.</summary>
    public static Pace Person { get; } = new(300, 300);

    /// <summary>A system with a key, or one that signs what it sends.</summary>
    public static Pace System { get; } = new(600, 600);

    /// <summary>An address from which nobody known calls: a practice's people behind one address who open a form, not who tries keys.</summary>
    public static Pace Unknown { get; } = new(120, 60);

    /// <summary>An address from which a code is entered: six digits hold out against this.</summary>
    public static Pace Guessing { get; } = new(10, 5);
}
