using System.Net;
using System.Text.RegularExpressions;

namespace Workflows.Functions.Tests.Pages;

/// <summary>A browser without script: it keeps cookies, follows nothing by itself, and sends the hidden fields of a form along.</summary>
sealed partial class Visitor : IDisposable
{
    readonly CookieContainer cookies = new();
    readonly HttpClient http;

    public Visitor(Uri address, string accept) =>
        http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address, DefaultRequestHeaders = { { "Accept", accept } } };

    /// <summary>The page that is shown.</summary>
    public string Html { get; private set; } = "";

    /// <summary>Its words as they are read: without entities.</summary>
    public string Text => WebUtility.HtmlDecode(Html);

    public int Status { get; private set; }

    public string? Location { get; private set; }

    public System.Net.Http.Headers.HttpResponseHeaders Headers { get; private set; } = null!;

    public string? ContentType { get; private set; }

    public string? Cookie(string name, string path = "/") => cookies.GetCookies(new(http.BaseAddress!, path))[name]?.Value;

    public void Forget(string cookie) => cookies.GetCookies(http.BaseAddress!)[cookie]!.Expired = true;

    /// <summary>The back button: the page as it was.</summary>
    public void GoBackTo(string html) => Html = html;

    public Task OpenAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public async Task SignInAsync(string user)
    {
        await OpenAsync("/aanmelden");
        await SubmitAsync("/aanmelden", ("user", user));
    }

    /// <summary>Sends a form to that path: its hidden fields as they are on the page, and what is filled in.</summary>
    public Task SubmitAsync(string path, params (string Name, string Value)[] fields) => SubmitAsync(path, [], fields);

    public Task SubmitAsync(string path, (string Name, string Value)[] headers, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(HiddenFieldsOf(path).Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))), headers);

    /// <summary>Sends a form that holds a file.</summary>
    public Task SubmitFileAsync(string path, string field, string content)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in HiddenFieldsOf(path))
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new StringContent(content), field, "file.json");
        return SendAsync(HttpMethod.Post, path, form, []);
    }

    public void Dispose() => http.Dispose();

    IEnumerable<KeyValuePair<string, string>> HiddenFieldsOf(string path)
    {
        var form = Forms().Matches(Html).Select(form => form.Value).First(form => form.Contains($"action=\"{path}\"", StringComparison.Ordinal));
        return Hidden().Matches(form).Select(field => KeyValuePair.Create(WebUtility.HtmlDecode(field.Groups[1].Value), WebUtility.HtmlDecode(field.Groups[2].Value)));
    }

    async Task SendAsync(HttpMethod method, string path, HttpContent? content, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await http.SendAsync(request);
        ContentType = answer.Content.Headers.ContentType?.ToString();
        (Status, Location, Headers, Html) = ((int)answer.StatusCode, answer.Headers.Location?.ToString(), answer.Headers, await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("""<input type="hidden" name="([^"]*)" value="([^"]*)" ?/?>""")]
    private static partial Regex Hidden();
}
