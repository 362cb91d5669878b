using System.Globalization;
using System.Text.RegularExpressions;
using LocalRuntime.Clock;
using Microsoft.AspNetCore.Http;

namespace LocalRuntime.LocalPages.Walk;

/// <summary>How far somebody is in the walk. It stands in the address of the page, so that nobody has to remember it.</summary>
/// <param name="Done">How many steps were taken.</param>
/// <param name="Kept">What answers gave that later steps need, by name.</param>
sealed partial record Progress(int Done, IReadOnlyDictionary<string, string> Kept)
{
    const string DoneQuery = "done";

    public static Progress Of(HttpRequest request) => new(
        int.TryParse(request.Query[DoneQuery], NumberStyles.None, CultureInfo.InvariantCulture, out var done) ? done : 0,
        request.Query.Where(value => value.Key != DoneQuery && Simple().IsMatch(value.Value.ToString())).ToDictionary(value => value.Key, value => value.Value.ToString()));

    public Progress With(string name, string value) => this with { Kept = new Dictionary<string, string>(Kept) { [name] = value } };

    /// <summary>An address of the walk that holds this.</summary>
    public string Address(string path) =>
        path + QueryString.Create(Kept.Select(value => new KeyValuePair<string, string?>(value.Key, value.Value)).Prepend(new(DoneQuery, Done.ToString(CultureInfo.InvariantCulture))));

    /// <summary>The text with what is known in the place of its names in braces.</summary>
    public string Fill(string text, DateTimeOffset now) => Hole().Replace(text, hole => hole.Groups["name"].Value switch
    {
        "now" => (IsoDuration.Parse(hole.Groups["later"].Value)?.After(now) ?? now).ToString("O", CultureInfo.InvariantCulture),
        "digit" => Random.Shared.Next(1, 10).ToString(CultureInfo.InvariantCulture),
        var name => Kept.GetValueOrDefault(name, hole.Value),
    });

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)(\+(?<later>[0-9A-Z]+))?\}")]
    private static partial Regex Hole();

    /// <summary>What can stand in an address and in JSON as it is, and is no way to another folder.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$")]
    private static partial Regex Simple();
}
