using System.Text;
using Microsoft.AspNetCore.Http;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Tests.Problems;

public sealed class When_a_body_is_read
{
    const int Most = 64 * 1024;

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON; charset=\"UTF-8\"")]
    public async Task Json_in_utf8_is_taken(string contentType) => Assert.False((await Read("{}", contentType)).IsRefused);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/jsonp")]
    [InlineData("nonsense;;;")]
    public async Task Any_other_content_type_is_refused(string? contentType) => Assert.Equal(415, (await Read("{}", contentType)).Problem?.Kind.Status);

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        var request = Request("{}"u8.ToArray(), "application/json");
        request.Headers.ContentEncoding = "gzip";

        Assert.Equal(415, (await JsonBody.ReadAsync(request, Most, default)).Problem?.Kind.Status);
    }

    [Fact]
    public async Task Sixty_four_KiB_is_taken_and_one_byte_more_is_not()
    {
        Assert.False((await Read(Sized(Most))).IsRefused);
        Assert.Equal(413, (await Read(Sized(Most + 1))).Problem?.Kind.Status);
    }

    [Fact]
    public async Task A_length_that_is_stated_too_large_is_refused_unread()
    {
        var request = Request("{}"u8.ToArray(), "application/json");
        request.ContentLength = Most + 1;

        Assert.Equal(413, (await JsonBody.ReadAsync(request, Most, default)).Problem?.Kind.Status);
        Assert.Equal(0, request.Body.Position);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{'a':1}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("/* */{}")]
    [InlineData("{\"a\":\"\n\"}")]
    public async Task Broken_json_is_refused(string json) => Assert.Equal(400, (await Read(json)).Problem?.Kind.Status);

    [Fact]
    public async Task Sixteen_levels_are_taken_and_seventeen_are_not()
    {
        Assert.False((await Read(Nested(16))).IsRefused);
        Assert.Equal(400, (await Read(Nested(17))).Problem?.Kind.Status);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_refused() =>
        Assert.Equal(400, (await JsonBody.ReadAsync(Request([.. "{\"a\":\""u8, 0xFF, .. "\"}"u8], "application/json"), Most, default)).Problem?.Kind.Status);

    [Fact]
    public async Task A_byte_order_mark_is_passed_over() => Assert.False((await Read("\uFEFF{}")).IsRefused);

    static string Sized(int bytes) => $$"""{"a":"{{new string('x', bytes - 8)}}"}""";

    static string Nested(int levels) => new string('[', levels) + new string(']', levels);

    static Task<JsonBody.Read> Read(string json, string? contentType = "application/json") =>
        JsonBody.ReadAsync(Request(Encoding.UTF8.GetBytes(json), contentType), Most, default);

    static HttpRequest Request(byte[] body, string? contentType)
    {
        var request = new DefaultHttpContext().Request;
        request.Body = new MemoryStream(body);
        request.ContentType = contentType;
        return request;
    }
}
