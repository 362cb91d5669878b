namespace Workflows.Browser.Tests.Accessibility;

/// <summary>A page of the app, and somebody who opens it.</summary>
/// <param name="Route">The route of the function that shows it.</param>
/// <param name="User">A sample person; null for nobody.</param>
/// <param name="Path">Its address, with <c>{offered}</c> and the like in the place of a referral that has come that far.</param>
sealed record ShownPage(string Route, string? User, string Path)
{
    /// <summary>Every page that there is; <see cref="Every_page"/> fails when one is missing.</summary>
    public static IReadOnlyList<ShownPage> All { get; } =
    [
        new("aanmelden", null, "/aanmelden"),
        new("verwijzen", null, "/verwijzen"),
        new("verwijzen", "referrer/01999901", "/verwijzen"),
        new("werk", "worker/anna", "/werk"),
        new("werk", "worker/anna", "/werk?namen=1"),
        new("werk/{id}", "worker/anna", "/werk/{offered}"),
        new("werk/{id}", "worker/anna", "/werk/{started}?gegevens=1"),
        new("werk/{id}", "worker/anna", "/werk/{completed}"),
        new("werk/{id}/berichten", "worker/anna", "/werk/{started}/berichten"),
        new("werk/{id}/metingen", "worker/anna", "/werk/{started}/metingen"),
        new("werk/{id}/metingen/{instrument}", "worker/anna", "/werk/{started}/metingen/positieve-gezondheid"),
        new("werk/{id}/{command}", "worker/anna", "/werk/{offered}/decline"),
        new("werk/{id}/{command}", "worker/anna", "/werk/{accepted}/plan-handover"),
        new("werk/{id}/{command}", "worker/anna", "/werk/{started}/record-outcome"),
        new("werk/{id}/{command}", "worker/anna", "/werk/{started}/put-on-hold"),
    ];

    /// <summary>GET functions that show no page of their own.</summary>
    public static IReadOnlyList<string> Others { get; } =
        ["aanmelden/klaar", "acknowledge/{token}", "assets/{name}", "go/{token}", "s/{token}", "verwijzen/ontvangen/{token}"];
}
