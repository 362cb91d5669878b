using System.Diagnostics.CodeAnalysis;
using Workflows.Functions.Clients;

namespace Workflows.Functions.Pages;

/// <summary>Where somebody goes after signing in: a page of this app, never another site.</summary>
static class ReturnAddress
{
    public const string Query = "terug";

    const int Longest = 2000;

    /// <summary>Whether it is a path of this app. Browsers read <c>//host</c> and <c>/\host</c> as another site, and drop tabs and line ends before they read.</summary>
    public static bool IsLocal([NotNullWhen(true)] string? address) =>
        address is { Length: > 0 and <= Longest }
        && address[0] == '/'
        && (address.Length == 1 || address[1] is not ('/' or '\\'))
        && !address.Any(char.IsControl);

    /// <summary>Of the clients' door: they came to another page and are not signed in any more.</summary>
    public const string AnewQuery = "opnieuw";

    /// <summary>The sign-in that comes back to that page. Clients have one of their own, which says why they see it.</summary>
    public static string SignIn(string address) => IsOfClients(address) ? $"{ClientSession.Pages}?{AnewQuery}" : $"/aanmelden?{Query}={Uri.EscapeDataString(address)}";

    /// <summary>Whether it is one of the clients' own pages.</summary>
    public static bool IsOfClients(string address) => IsBelow(ClientSession.Pages, address);

    /// <summary>Whether it is the link of a message, which leads a client or a colleague on.</summary>
    public static bool IsOfMessages(string address) => IsBelow("/go", address) || IsBelow("/s", address);

    static bool IsBelow(string page, string address) => address.Split('?')[0] is var path && (path == page || path.StartsWith(page + "/", StringComparison.Ordinal));
}
