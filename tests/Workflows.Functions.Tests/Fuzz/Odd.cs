using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Security;
using Workflows.Functions.Tests.Directory;
using Workflows.Functions.Tests.Intake;
using Workflows.Functions.Tests.Problems;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Fuzz;

/// <summary>Requests that are nearly right, and less. The same seed and number make the same one.</summary>
/// <param name="Known">Ids that exist, so that not everything ends at the door.</param>
sealed record Odd(Uri Address, int Seed, IReadOnlyList<string> Known)
{
    /// <summary>In everything that is made up, so that it is recognised wherever it turns up.</summary>
    public const string Mark = "Zfuzz";

    static readonly string[] Callers =
        ["worker/anna", "worker/dirk", "coordinator/cora", "coordinator/coen", "referrer/01999901", "referrer/01999903", "funder/gemeente", "administrator/admin", "worker/" + Mark, "/", ""];

    static readonly string[] Parts =
    [
        Mark, "..", ".", "%2e%2e", "%2f", "%5c", "%23", "%3f", "%00", "%0d%0aX-Zinjected:%201", "%", "%zz", "%ff%fe", "%u0041", "%E2%80%AE", "%F0%9F%92%A9", "'", "%22", "!", "!suppressed", "~", "*", "key", "summary",
        "RowKey%20eq%20''", "0", "-1", "99999999999999999999", $"{Mark}.{Mark}", "a.b.c", new('z', 600), "welzijn-zuid", "buurtwerk-noord", "01999901", "workers", "agreements", "practices", "pathways", "anna", "notifications", "referral-intake",
    ];

    static readonly string[] Values = ["", Mark, "\u0001", "é\u202E", "*", "nl;q=1e99", "en;q=x,,;", "bytes=0-", "gzip", "identity", "null", "none", "cross-site", "same-origin", "Bearer", "Bearer " + Mark, "Basic Og==", "e30=", "%%%", new('h', 4000), "1, 2", "W/\"x\""];

    static readonly string[] Names =
        ["Accept", "Accept-Language", "Idempotency-Key", "Authorization", "Cookie", "Origin", "Sec-Fetch-Site", "X-MS-CLIENT-PRINCIPAL", "X-Forwarded-For", "If-Match", "Content-Encoding", "Expect", "Typeform-Signature", "X-Twilio-Signature", "X-HTTP-Method-Override"];

    static readonly string[] Types =
    [
        "application/json", "application/json; charset=utf-8", "application/json; charset=utf-16", "application/json;", "text/json", "text/csv", "text/csv; charset=latin1", "text/plain", "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; charset=utf-7", "multipart/form-data", "multipart/form-data; boundary=x", "multipart/form-data; boundary=" + "b", "application/xml", "*/*", ";", Mark,
    ];

    static readonly string[] Fields =
        ["reason", "note", "worker", "at", "form", "place", "result", "kind", "text", "score", "arrangement", "accompanied", "attended", "outcome", "lines", "until", "instrument", "answers", "into", "code", "email", "phone", "feedback", "organisation", "consent", "referrer",
        "right", "granted", "ground", "number", "channel", "content", "shareContentWithReferrer", "details"];

    static readonly string[] FieldValues =
        ["\"other\"", "\"anna\"", "\"2026-04-14T13:00:00+02:00\"", "\"phone\"", "\"held\"", "\"completed\"", "\"goalReached\"", "[\"een\"]", "7", "true", "{}", "\"who-5\"", "[1,2,3,4,5]", "\"" + Mark + "\"", "null", "1e999", "\"\\ud800\"", "\"2026-13-45\"", "\"\""];

    public HttpRequestMessage Request(int number)
    {
        var random = new Random((Seed * 1_000_003) + number);
        var (function, trigger) = HttpFunctions.All[random.Next(HttpFunctions.All.Count)];
        var request = new HttpRequestMessage(Method(trigger, random), Uri(trigger, random));
        if (random.Next(8) > 0)
        {
            request.Headers.TryAddWithoutValidation(random.Next(10) == 0 ? "Authorization" : "X-Local-User", random.Next(10) == 0 ? "Bearer local-form-key" : Caller(function, random));
        }

        for (var headers = random.Next(4); headers > 0; headers--)
        {
            request.Headers.TryAddWithoutValidation(One(Names, random), One(Values, random));
        }

        if (request.Method != HttpMethod.Get && random.Next(8) > 0)
        {
            var (type, bytes) = Body(random);
            request.Content = new ByteArrayContent(bytes);
            if (random.Next(20) > 0)
            {
                request.Content.Headers.TryAddWithoutValidation("Content-Type", random.Next(6) == 0 ? One(Types, random) : type);
            }
        }

        return request;
    }

    static HttpMethod Method(HttpTriggerAttribute trigger, Random random) =>
        new(random.Next(12) == 0 ? One(["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "ODD"], random) : One(trigger.Methods ?? ["GET", "POST"], random).ToUpperInvariant());

    Uri Uri(HttpTriggerAttribute trigger, Random random)
    {
        var path = string.Join('/', trigger.Route!.Split('/').Select(part => part.StartsWith('{') ? Part(random) : part));
        var query = string.Join('&', Enumerable.Range(0, random.Next(4)).Select(_ => $"{One(["top", "after", "status", "worker", "practice", "stuck", "lang", "return", "month", Mark], random)}={Part(random)}"));
        return new($"{Address.GetLeftPart(UriPartial.Authority)}/{path}{(query.Length > 0 ? "?" : "")}{query}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }

    /// <summary>Mostly one of a role that may call it.</summary>
    string Caller(string function, Random random)
    {
        string[] callers = [.. Callers, .. Known.Select(id => $"client/{id}")];
        string[] allowed = [.. callers.Where(caller => Access.Policies[function].Roles.Any(role => caller.StartsWith($"{Code.Of(role)}/", StringComparison.Ordinal)))];
        return One(allowed.Length > 0 && random.Next(3) > 0 ? allowed : callers, random);
    }

    string Part(Random random) => random.Next(5) switch
    {
        0 => One(Parts, random),
        1 => Transitions.All[random.Next(Transitions.All.Count)].Name,
        _ => One(Known, random),
    };

    static (string Type, byte[] Bytes) Body(Random random) => random.Next(14) switch
    {
        < 3 => ("application/json", Encoding.UTF8.GetBytes(random.Next(4) == 0 ? Unique(random).ToJsonString() : Mangled.Of(Unique(random), random))),
        3 => ("application/json", Encoding.UTF8.GetBytes(Mangled.Of(DirectoryText.With("/organisations/0/name", "\"Zuid\""), random))),
        < 7 => ("application/json", Encoding.UTF8.GetBytes($"{{{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => $"\"{One(Fields, random)}\":{One(FieldValues, random)}"))}}}")),
        < 11 => ("application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(string.Join('&', Enumerable.Range(0, random.Next(6)).Select(_ => $"{One(Fields, random)}={(random.Next(2) == 0 ? One(Parts, random) : One(FieldValues, random).Trim('"'))}")))),
        11 => ("text/csv", Encoding.UTF8.GetBytes($"givenName,familyName,birthDate,reasons\n{One(["Ria", "=1+1", "\"", ",,,,"], random)},Jansen,{One(["1948-03-12", "x"], random)},{One(["Z15", "", "=cmd"], random)}\n")),
        12 => ("application/json", [.. Enumerable.Repeat((byte)'[', random.Next(1, 5000))]),
        _ => ("application/json", Bytes(random)),
    };

    /// <summary>Another family name each time: the same submission twice is one referral, and would show less.</summary>
    static JsonObject Unique(Random random)
    {
        var body = Submitted.Body;
        body["client"]!["familyName"] = new string([.. Enumerable.Range(0, 12).Select(_ => (char)('a' + random.Next(26)))]);
        return body;
    }

    static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(4) == 0 ? random.Next(300_000) : random.Next(200)];
        random.NextBytes(bytes);
        return bytes;
    }

    static string One(IReadOnlyList<string> of, Random random) => of[random.Next(of.Count)];
}
