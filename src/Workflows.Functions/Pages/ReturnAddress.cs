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

    /// <summary>The sign-in that comes back to that page. Clients have one of their own.</summary>
    public static string SignIn(string address) => IsOfClients(address) ? ClientSession.Pages : $"/aanmelden?{Query}={Uri.EscapeDataString(address)}";

    /// <summary>Whether it is one of the clients' own pages.</summary>
    public static bool IsOfClients(string address) => address == ClientSession.Pages || address.StartsWith(ClientSession.Pages + "/", StringComparison.Ordinal);
}
