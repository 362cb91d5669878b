namespace Workflows.Browser.Tests.Accessibility;

/// <summary>A page of the app, and somebody who opens it.</summary>
/// <param name="Route">The route of the function that shows it.</param>
/// <param name="User">A sample person, or the client of a referral in braces as in the path; null for nobody.</param>
/// <param name="Path">Its address, with <c>{offered}</c> and the like in the place of a referral that has come that far, and <c>{selection}</c> in that of a selection.</param>
sealed record ShownPage(string Route, string? User, string Path)
{
    /// <summary>Every page that there is; <see cref="Every_page"/> fails when one is missing.</summary>
    public static IReadOnlyList<ShownPage> All { get; } =
    [
        new("aanmelden", null, "/aanmelden"),
        new("brief/{id}", "worker/anna", "/brief/{started}"),
        new("mijn", null, "/mijn"),
        new("mijn/ervaring", "client/{completed}", "/mijn/ervaring"),
        new("mijn/gegevens", "client/{started}", "/mijn/gegevens"),
        new("mijn/inzage", "client/{started}", "/mijn/inzage"),
        new("mijn/rechten", "client/{planned}", "/mijn/rechten"),
        new("mijn/rechten/{right}", "client/{started}", "/mijn/rechten/rectification"),
        new("mijn/toestemming", "client/{started}", "/mijn/toestemming"),
        new("mijn/verwijzing", "client/{offered}", "/mijn/verwijzing"),
        new("mijn/verwijzing", "client/{planned}", "/mijn/verwijzing"),
        new("mijn/verwijzing", "client/{completed}", "/mijn/verwijzing"),
        new("mijn/vragenlijst/{instrument}", "client/{started}", "/mijn/vragenlijst/positieve-gezondheid"),
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
        new("praktijk", "referrer/01999901", "/praktijk"),
        new("praktijk", "referrer/01999903", "/praktijk?toon=beurt&namen=1"),
        new("praktijk/{id}", "referrer/01999901", "/praktijk/{started}?gegevens=1"),
        new("praktijk/{id}", "referrer/01999903", "/praktijk/{told}"),
        new("praktijk/{id}/berichten", "referrer/01999901", "/praktijk/{started}/berichten"),
        new("praktijk/{id}/{command}", "referrer/01999901", "/praktijk/{offered}/cancel"),
        new("praktijk/terugkoppelingen", "referrer/01999903", "/praktijk/terugkoppelingen"),
        new("praktijk/overleg", "referrer/01999903", "/praktijk/overleg?namen=1"),
        new("praktijk/spreekuur", "referrer/01999901", "/praktijk/spreekuur"),
        new("praktijk/selecties", "referrer/01999901", "/praktijk/selecties"),
        new("praktijk/selecties/{selection}/{row}", "referrer/01999901", "/praktijk/selecties/{selection}/2"),
        new("regie", "coordinator/cora", "/regie"),
        new("regie", "coordinator/cora", "/regie?toon=welzijnscoach"),
        new("regie", "coordinator/cora", "/regie?toon=afgesloten&namen=1"),
        new("regie/{id}", "coordinator/cora", "/regie/{waiting}?gegevens=1"),
        new("regie/{id}", "coordinator/cora", "/regie/{duplicate}"),
        new("regie/{id}/{command}", "coordinator/cora", "/regie/{planned}/answer-request"),
        new("regie/{id}/{command}", "coordinator/cora", "/regie/{planned}/correct-details"),
        new("regie/{id}/{command}", "coordinator/cora", "/regie/{waiting}/assign"),
        new("regie/{id}/{command}", "coordinator/cora", "/regie/{duplicate}/merge"),
        new("regie/{id}/{command}", "coordinator/cora", "/regie/{completed}/reopen"),
        new("regie/{id}/berichten", "coordinator/cora", "/regie/{started}/berichten"),
        new("regie/{id}/metingen", "coordinator/cora", "/regie/{started}/metingen"),
        new("regie/{id}/metingen/{instrument}", "coordinator/cora", "/regie/{started}/metingen/who-5"),
        new("regie/{id}/bezorging", "coordinator/cora", "/regie/{completed}/bezorging"),
        new("regie/berichten", "coordinator/cora", "/regie/berichten"),
        new("regie/aanmeldingen", "coordinator/cora", "/regie/aanmeldingen"),
        new("regie/aanmeldingen/{id}", "coordinator/cora", "/regie/aanmeldingen/{parked}"),
        new("inzicht", "coordinator/cora", "/inzicht?jaar=2026"),
        new("inzicht", "funder/gemeente", "/inzicht?jaar=2026"),
        new("inzicht", "referrer/01999901", "/inzicht?jaar=2026"),
        new("inzicht", "coordinator/coen", "/inzicht"),
        new("inzicht/verhalen", "coordinator/cora", "/inzicht/verhalen"),
        new("werk/{id}/{command}", "worker/anna", "/werk/{started}/share-story"),
        new("regie/{id}/{command}", "coordinator/cora", "/regie/{completed}/approve-story"),
        new("gids", "administrator/admin", "/gids"),
        new("gids/{organisation}", "coordinator/cora", "/gids/welzijn-zuid"),
        new("gids/{organisation}/nieuw", "administrator/admin", "/gids/welzijn-zuid/nieuw"),
        new("gids/{organisation}/mensen/{id}", "coordinator/cora", "/gids/welzijn-zuid/mensen/anna"),
        new("gids/{organisation}/mensen/{id}/afwezigheid/{number?}", "coordinator/cora", "/gids/welzijn-zuid/mensen/anna/afwezigheid"),
        new("gids/{organisation}/afspraken", "coordinator/cora", "/gids/welzijn-zuid/afspraken"),
        new("gids/{organisation}/sluitingsdagen", "coordinator/cora", "/gids/welzijn-zuid/sluitingsdagen"),
        new("gids/{organisation}/werkprocessen", "coordinator/cora", "/gids/welzijn-zuid/werkprocessen"),
        new("gids/{organisation}/werkprocessen/{version}", "coordinator/cora", "/gids/welzijn-zuid/werkprocessen/default.1"),
        new("beheer/berichten", "administrator/admin", "/beheer/berichten"),
    ];

    /// <summary>GET functions that show no page of their own.</summary>
    public static IReadOnlyList<string> Others { get; } =
    [
        "{ignored:maxlength(0)?}", "acknowledge/{token}", "agenda/{practice}/{secret}", "assets/{name}", "gids/{organisation}/werkprocessen/{version}/bestand", "go/{token}", "mijn/bericht/{token}",
        "mijn/code", "mijn/gegevens/bestand", "s/{token}", "verwijzen/ontvangen/{token}", "verwijzen/ontvangen/{token}/brief",
    ];
}
