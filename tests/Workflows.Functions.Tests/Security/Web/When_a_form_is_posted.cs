using System.Text.RegularExpressions;

namespace Workflows.Functions.Tests.Security.Web;

public sealed partial class When_a_form_is_posted
{
    static readonly (string, string) Anna = ("Cookie", "user=anna");

    [Fact]
    public async Task The_token_of_the_page_lets_it_through_and_its_cookie_is_for_no_script_and_no_other_site()
    {
        await using var app = await WebApp.StartAsync();

        var (cookie, token) = await OpenAsync(app, "anna");

        Assert.Matches("^__Host-form=[^;]+; path=/; secure; samesite=strict; httponly$", cookie);
        Assert.Equal(200, await PostAsync(app, "anna", cookie, token));
    }

    [Fact]
    public async Task Without_the_token_or_its_cookie_or_with_one_that_was_changed_it_is_refused()
    {
        await using var app = await WebApp.StartAsync();
        var (cookie, token) = await OpenAsync(app, "anna");

        Assert.Equal(403, await PostAsync(app, "anna", cookie, token: null));
        Assert.Equal(403, await PostAsync(app, "anna", "", token));
        Assert.Equal(403, await PostAsync(app, "anna", cookie, $"{(token[0] == 'A' ? 'B' : 'A')}{token[1..]}"));
    }

    [Fact]
    public async Task The_token_of_somebody_else_is_refused()
    {
        await using var app = await WebApp.StartAsync();
        var (cookie, token) = await OpenAsync(app, "bram");

        Assert.Equal(403, await PostAsync(app, "anna", cookie, token));
        Assert.Equal(200, await PostAsync(app, "bram", cookie, token));
    }

    [Fact]
    public async Task Another_instance_takes_the_token_also_after_the_master_key_was_rotated()
    {
        var (prefix, master) = ($"w{Guid.NewGuid():N}"[..10], new TestMasterKey());
        await using var one = await WebApp.StartAsync(prefix: prefix, master: master);
        var (cookie, token) = await OpenAsync(one, "anna");
        master.Rotate();
        await one.Get<Workflows.Functions.Storage.DataKeys>().RewrapAsync();
        master.Forget("1");

        await using var other = await WebApp.StartAsync(prefix: prefix, master: master);

        Assert.Equal(200, await PostAsync(other, "anna", cookie, token));
    }

    [Fact]
    public async Task The_keys_behind_the_tokens_are_stored_sealed()
    {
        var prefix = $"w{Guid.NewGuid():N}"[..10];
        await using var app = await WebApp.StartAsync(prefix: prefix);
        await OpenAsync(app, "anna");

        var stored = app.Get<Workflows.Functions.Storage.Tables>().Named("WebKeys").Query<Azure.Data.Tables.TableEntity>().Select(row => row.GetString("Xml")).ToList();

        Assert.Contains("<sealed ", Assert.Single(stored), StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", stored[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-origin", 200)]
    [InlineData("Origin", "https://evil.example", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("Origin", "https://workflows.example.evil.example", 403)]
    [InlineData("Origin", "https://workflows.example", 200)]
    public async Task A_page_of_another_site_cannot_send_it_nor_anything_else(string header, string value, int status)
    {
        await using var app = await WebApp.StartAsync(settings: ("PublicUrl", "https://workflows.example"));
        var (cookie, token) = await OpenAsync(app, "anna");

        Assert.Equal(status, await PostAsync(app, "anna", cookie, token, (header, value)));
        using var json = await app.SendAsync("POST", "person", new StringContent("{}", null, "text/plain"), Anna, (header, value));
        Assert.Equal(status, (int)json.StatusCode);
        using var nothing = await app.SendAsync("DELETE", "cached", null, (header, value));   // nobody known: signing somebody in without their knowing is an attack, too
        Assert.Equal(status, (int)nothing.StatusCode);
    }

    [Fact]
    public async Task What_no_browser_sends_along_by_itself_needs_no_page_of_ours()
    {
        await using var app = await WebApp.StartAsync();
        var elsewhere = ("Origin", "https://portal.example");

        using var system = await app.SendAsync("POST", "person", new StringContent("{}"), ("Authorization", "Bearer system"), elsewhere);
        using var signed = await app.SendAsync("POST", "signed", new FormUrlEncodedContent([new("MessageStatus", "sent")]), elsewhere);
        using var script = await app.SendAsync("POST", "person", new StringContent("{}"), Anna);
        using var read = await app.SendAsync("GET", "person", null, Anna, ("Sec-Fetch-Site", "cross-site"));

        Assert.All([system, signed, script, read], answer => Assert.Equal(200, (int)answer.StatusCode));
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("multipart/form-data; boundary=\"\"")]
    public async Task One_that_cannot_be_read_is_refused(string type)
    {
        await using var app = await WebApp.StartAsync();
        using var content = new ByteArrayContent("--x\r\nContent-Disposition: form-data\r\n"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var answer = await app.SendAsync("POST", "signed", content);

        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task One_with_too_many_or_too_large_fields_is_refused()
    {
        await using var app = await WebApp.StartAsync();

        using var many = await app.SendAsync("POST", "form", new FormUrlEncodedContent(Enumerable.Range(0, 501).Select(field => KeyValuePair.Create($"f{field}", "x"))), Anna);
        using var large = await app.SendAsync("POST", "form", new FormUrlEncodedContent([new("f", new string('x', 256 * 1024))]), Anna);

        Assert.Equal((400, 413), ((int)many.StatusCode, (int)large.StatusCode));
    }

    static async Task<(string Cookie, string Token)> OpenAsync(WebApp app, string user)
    {
        using var page = await app.SendAsync("GET", "form", null, ("Cookie", $"user={user}"));
        return (Assert.Single(page.Headers.GetValues("Set-Cookie")), Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value);
    }

    static async Task<int> PostAsync(WebApp app, string user, string cookie, string? token, params (string, string)[] headers)
    {
        using var form = new FormUrlEncodedContent(token is null ? [] : [new("__RequestVerificationToken", token)]);
        using var answer = await app.SendAsync("POST", "form", form, [("Cookie", $"user={user}; {cookie.Split(';')[0]}"), .. headers]);
        return (int)answer.StatusCode;
    }

    [GeneratedRegex("value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
