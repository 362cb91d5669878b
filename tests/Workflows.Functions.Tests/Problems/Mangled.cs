using System.Text.Json.Nodes;

namespace Workflows.Functions.Tests.Problems;

/// <summary>Bodies that were right and are not any more: values in other places, of other kinds, broken, doubled or gone. The same seed mangles the same way.</summary>
static class Mangled
{
    /// <summary>As they stand in JSON, so that also what no .NET string can hold is among them.</summary>
    static readonly string[] Nasty =
    [
        "null", "true", "0", "-1", "1.5", "1e400", "99999999999999999999", "[]", "{}", "[[]]", "[null]", "{\"\":null}", "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00x\"", "\"\\uFFFF\"",
        "\"\\u202E\"", "\"111222333\"", "\"\\u0661\\u0661\\u0661\\u0662\\u0662\\u0662\\u0663\\u0663\\u0663\"", "\"../..\"", "\"{0}\"", "\"%WEBSITE_HOSTNAME%\"", "\"0001-01-01\"", "\"9999-12-31\"",
        "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59-14:00\"", "\"9999-12-31T23:30:00Z\"", "\"0001-01-01T00:00:00Z\"", "\"24:00\"", "\"+\"", "\"@\"", "\"whsec_\"", "\"http://[\"", "{\"a\":1,\"a\":2}", "{\"\\ud800\":1}", $"\"{new string('a', 5000)}\"",
    ];

    public static string Of(JsonObject body, Random random)
    {
        var replaced = new List<string>();
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            Change(body, random, replaced);
        }

        var json = body.ToJsonString();
        foreach (var (index, raw) in replaced.Index())
        {
            json = json.Replace($"\"@{index}@\"", raw, StringComparison.Ordinal);
        }

        return json;
    }

    static void Change(JsonNode node, Random random, List<string> replaced)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } fields:
                var (name, value) = fields.ElementAt(random.Next(fields.Count));
                if (value is JsonObject or JsonArray && random.Next(4) > 0)
                {
                    Change(value, random, replaced);
                }
                else if (random.Next(6) is var what && what == 0)
                {
                    fields.Remove(name);
                }
                else if (what == 1)
                {
                    fields.Remove(name);
                    fields[name + "x"] = value;
                }
                else
                {
                    fields[name] = Placeholder(random, replaced);
                }

                break;
            case JsonArray { Count: > 0 } items:
                var index = random.Next(items.Count);
                if (items[index] is JsonObject or JsonArray && random.Next(4) > 0)
                {
                    Change(items[index]!, random, replaced);
                }
                else if (random.Next(3) == 0)
                {
                    items.Add(items[index]?.DeepClone());
                }
                else
                {
                    items[index] = Placeholder(random, replaced);
                }

                break;
        }
    }

    static JsonValue Placeholder(Random random, List<string> replaced)
    {
        replaced.Add(Nasty[random.Next(Nasty.Length)]);
        return JsonValue.Create($"@{replaced.Count - 1}@");
    }
}
