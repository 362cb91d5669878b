using Workflows.Functions.Clients;
using Workflows.Functions.Security;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages;

/// <summary>A page in the navigation.</summary>
/// <param name="Address">Its path.</param>
/// <param name="Text">The name of its text in <c>Parts/Texts.resx</c>.</param>
sealed record NavigationItem(string Address, string Text);

/// <summary>Where each role begins, and what else it finds in the header.</summary>
static class Navigation
{
    static readonly NavigationItem Refer = new("/verwijzen", "Nav.Refer");
    static readonly NavigationItem Work = new("/werk", "Nav.Work");
    static readonly NavigationItem Board = new("/regie", "Nav.Board");
    static readonly NavigationItem Parked = new("/regie/aanmeldingen", "Nav.Parked");
    static readonly NavigationItem Directory = new("/gids", "Nav.Directory");
    static readonly NavigationItem DeadLetters = new("/beheer/berichten", "Nav.DeadLetters");
    static readonly NavigationItem Practice = new("/praktijk", "Nav.Practice");
    static readonly NavigationItem Feedback = new("/praktijk/terugkoppelingen", "Nav.Feedback");
    static readonly NavigationItem Selections = new("/praktijk/selecties", "Nav.Selections");
    static readonly NavigationItem Talk = new("/praktijk/overleg", "Nav.Talk");
    static readonly NavigationItem Insight = new("/inzicht", "Nav.Insight");
    static readonly NavigationItem Hours = new("/praktijk/spreekuur", "Nav.Hours");

    /// <summary>Where somebody of that role finds the referrals that concern them; null for who sees none.</summary>
    public static string? DeskOf(Role? role) => role switch
    {
        Role.Worker => Work.Address,
        Role.Coordinator => Board.Address,
        Role.Referrer => Practice.Address,
        _ => null,
    };

    static readonly NavigationItem[] Mine = [new("/mijn/verwijzing", "Nav.Mine"), new("/mijn/gegevens", "Nav.MyData"), new("/mijn/rechten", "Nav.MyRights")];

    public static IReadOnlyList<NavigationItem> Of(Caller? caller) => caller?.Role switch
    {
        Role.Client => Mine,
        Role.Referrer => [Practice, Refer, Feedback, Talk, Hours, Selections, Insight],
        Role.Worker => [Work],
        Role.Coordinator => [Board, Parked, Directory, Insight],
        Role.Funder => [Insight],
        Role.Administrator => [Directory, DeadLetters],
        _ => caller is null ? [Refer] : [],
    };

    /// <summary>What stands in the header of a page: on the clients' own pages only what is theirs, and nothing where the link of a message ended.</summary>
    public static IReadOnlyList<NavigationItem> Of(PageContext here) =>
        ReturnAddress.IsOfClients(here.Address) && here.Caller?.Role is not Role.Client || ReturnAddress.IsOfMessages(here.Address) && here.Caller is null ? [] : Of(here.Caller);

    /// <summary>Where the name in the header leads.</summary>
    public static string Home(PageContext here) =>
        ReturnAddress.IsOfClients(here.Address) ? ClientSession.Pages
        : ReturnAddress.IsOfMessages(here.Address) && here.Caller is null ? FrontDoor.Address
        : Home(here.Caller);

    /// <summary>Where somebody signs out.</summary>
    public static string SignOut(Caller caller) => caller.Role is Role.Client ? "/mijn/afmelden" : "/afmelden";

    /// <summary>The page on which somebody of that role begins.</summary>
    public static string Home(Caller? caller) => Of(caller) is [var first, ..] ? first.Address : "/aanmelden";
}
