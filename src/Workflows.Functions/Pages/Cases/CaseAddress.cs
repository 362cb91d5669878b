using Workflows.Functions.Security;

namespace Workflows.Functions.Pages.Cases;

/// <summary>Where the pages of a referral stand: whoever may work on it has them below their own first page.</summary>
static class CaseAddress
{
    public static string Of(Caller? caller, string referral) => $"{List(caller)}/{referral}";

    /// <summary>Where a command is given: most have a form, some a page of their own.</summary>
    public static string Of(Caller? caller, string referral, string command) => $"{Of(caller, referral)}/{PathOf(command)}";

    /// <summary>The list from which somebody came to the referral.</summary>
    public static string List(Caller? caller) => Navigation.DeskOf(caller?.Role) ?? throw new InvalidOperationException($"Somebody who is {caller?.Role} has no pages of referrals.");

    static string PathOf(string command) => command switch
    {
        "record-measurement" => "metingen",
        "write-message" => "berichten",
        _ => command,
    };
}
