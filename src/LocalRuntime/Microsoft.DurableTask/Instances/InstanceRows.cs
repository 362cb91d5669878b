using System.Globalization;
using System.Text.Json;
using LocalRuntime.DurableTask.History;
using LocalRuntime.DurableTask.Store;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.DurableTask.Instances;

/// <summary>
/// How instances are laid out in rows. An unfinished instance is one row, "a!" and its id; each episode adds a property to it. When they become
/// too many or too large they move to history pages, "h!", execution id and number. An ended instance is one row, "z!" and its id.
/// </summary>
static class InstanceRows
{
    public const string Active = "a!";
    public const string Ended = "z!";

    /// <summary>The first key behind those of a prefix.</summary>
    public static string Behind(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);

    public static string ActiveKey(string id) => Active + id;

    public static string EndedKey(string id) => Ended + id;

    public static string PageKey(string executionId, int page) => string.Create(CultureInfo.InvariantCulture, $"h!{executionId}!{page:D6}");

    /// <summary>The whole row.</summary>
    public static Dictionary<string, object> Whole(Instance instance)
    {
        var values = Header(instance);
        values["Name"] = instance.Name;
        values["ExecutionId"] = instance.ExecutionId;
        values["CreatedAt"] = instance.CreatedAt;
        values["Generation"] = (long)instance.Generation;
        values["FirstPage"] = (long)instance.FirstPage;
        values["NextPage"] = (long)instance.NextPage;
        if (instance.Parent is { } parent)
        {
            values["Parent"] = JsonSerializer.Serialize(parent);
        }

        if (instance.Tags.Count > 0)
        {
            Documents.Write(values, "Tags", JsonSerializer.Serialize(instance.Tags));
        }

        WriteIfAny(values, "Input", instance.Input);
        WriteIfAny(values, "CustomStatus", instance.CustomStatus);
        if (instance.Inbox.Count > 0)
        {
            Documents.Write(values, "Inbox", Episode.EventsToJson(instance.Inbox));
        }

        WriteEpisodes(values, instance, from: 0);
        return values;
    }

    /// <summary>What differs from the stored row.</summary>
    public static Dictionary<string, object> Changed(Instance instance)
    {
        var values = Header(instance);
        if (instance.Changes.CustomStatus)
        {
            Documents.Write(values, "CustomStatus", instance.CustomStatus ?? string.Empty);
        }

        if (instance.Changes.Inbox)
        {
            Documents.Write(values, "Inbox", instance.Inbox.Count == 0 ? string.Empty : Episode.EventsToJson(instance.Inbox));
        }

        WriteEpisodes(values, instance, instance.Changes.StoredEpisodes);
        return values;
    }

    public static Instance ToInstance(Row row)
    {
        var state = ToState(row);
        var instance = new Instance(state.Id, state.Name, (string)row.Values["ExecutionId"], state.CreatedAt)
        {
            Parent = row.Values.TryGetValue("Parent", out var parent) ? JsonSerializer.Deserialize<ParentLink>((string)parent) : null,
            Tags = state.Tags,
            Input = state.Input,
            Status = state.Status,
            Output = state.Output,
            CustomStatus = state.CustomStatus,
            Failure = state.Failure,
            UpdatedAt = state.UpdatedAt,
            Due = Text(row, "Due") is { } due ? DateTimeOffset.Parse(due, CultureInfo.InvariantCulture) : null,
            OpenWork = (int)(long)row.Values["OpenWork"],
            Outbox = [.. (Text(row, "Outbox") ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture))],
            Inbox = [.. Text(row, "Inbox") is { } inbox ? Episode.EventsFromJson(inbox) : []],
            Episodes = [.. ReadEpisodes(row)],
            Generation = (int)(long)row.Values["Generation"],
            FirstPage = (int)(long)row.Values["FirstPage"],
            NextPage = (int)(long)row.Values["NextPage"],
            Stored = state,
        };
        instance.Changes.IsStored = true;
        instance.Changes.StoredEpisodes = instance.Episodes.Count;
        return instance;
    }

    public static InstanceState ToState(Row row) => new(
        row.Key[Active.Length..],
        (string)row.Values["Name"],
        Enum.Parse<OrchestrationRuntimeStatus>((string)row.Values["Status"]),
        (DateTimeOffset)row.Values["CreatedAt"],
        (DateTimeOffset)row.Values["UpdatedAt"],
        Documents.Read(row.Values, "Input"),
        Documents.Read(row.Values, "Output"),
        Text(row, "CustomStatus"),
        Text(row, "Failure") is { } failure ? JsonSerializer.Deserialize<TaskFailureDetails>(failure) : null,
        Text(row, "Tags") is { } tags ? JsonSerializer.Deserialize<Dictionary<string, string>>(tags)! : []);

    public static IEnumerable<string> ReadEpisodes(Row row)
    {
        for (var index = 0; Documents.Read(row.Values, EpisodeName(index)) is { } episode; index++)
        {
            yield return episode;
        }
    }

    public static string EpisodeName(int index) => string.Create(CultureInfo.InvariantCulture, $"Episode{index:D4}");

    static Dictionary<string, object> Header(Instance instance)
    {
        var values = new Dictionary<string, object>
        {
            ["Status"] = instance.Status.ToString(),
            ["UpdatedAt"] = instance.UpdatedAt,
            ["Due"] = instance.Due?.ToString("O", CultureInfo.InvariantCulture) ?? string.Empty,
            ["OpenWork"] = (long)instance.OpenWork,
        };
        Documents.Write(values, "Outbox", string.Join(',', instance.Outbox));
        WriteIfAny(values, "Output", instance.Output);
        WriteIfAny(values, "Failure", instance.Failure is null ? null : JsonSerializer.Serialize(instance.Failure));
        return values;
    }

    static void WriteIfAny(Dictionary<string, object> values, string name, string? text)
    {
        if (text is not null)
        {
            Documents.Write(values, name, text);
        }
    }

    static void WriteEpisodes(Dictionary<string, object> values, Instance instance, int from)
    {
        for (var index = from; index < instance.Episodes.Count; index++)
        {
            Documents.Write(values, EpisodeName(index), instance.Episodes[index]);
        }
    }

    static string? Text(Row row, string name) => Documents.Read(row.Values, name) is { Length: > 0 } text ? text : null;
}
