using System.Buffers.Text;
using Workflows.Functions.Problems;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Directory;

/// <summary>Reads an agreement, and checks whom and what it names.</summary>
/// <param name="development">There a callback may be http: the sample GP system has no certificate.</param>
/// <param name="makesSecrets">Whether a new callback may come without a secret, because one is made for it.</param>
/// <param name="errors">Takes what is wrong.</param>
sealed class AgreementReader(bool development, bool makesSecrets, FieldErrors errors)
{
    /// <summary>Stands for a pathway whose error is already known.</summary>
    static readonly PathwayReference Unread = new("", 0);

    static readonly FieldFormat Secret = new(IsSecret, DirectoryRules.SecretMalformed);

    public Agreement? Read(JsonFields fields)
    {
        var practice = fields.Text("practice", FieldFormat.Agb, FieldRules.Required);
        var pathway = ReadPathway(fields);
        var feedback = ReadFeedback(fields);
        var deputies = fields.Texts("deputies", most: 20, FieldFormat.Identifier).Distinct().ToValueList();
        var hour = fields.Object("consultationHour") is { } hourFields ? ReadHour(hourFields) : null;
        fields.RefuseOthers();
        return practice is null ? null : new Agreement(practice, pathway, feedback, deputies, hour);
    }

    /// <summary>Checks what the agreement at <paramref name="fields"/> says about its organisation, of which <paramref name="stored"/> is the present state.</summary>
    public void Check(Agreement agreement, JsonFields fields, Organisation organisation, Organisation? stored)
    {
        if (organisation.Practice(agreement.Practice) is null)
        {
            errors.Add(fields.At("practice"), DirectoryRules.UnknownPractice);
        }

        if (agreement.Pathway != Unread && organisation.Pathway(agreement.Pathway) is null)
        {
            errors.Add(fields.At("pathway"), DirectoryRules.UnknownPathway);
        }

        if (!makesSecrets && agreement.Feedback.Callback is { Secrets: null } && stored?.AgreementWith(agreement.Practice)?.Feedback.Callback is null)
        {
            errors.Add($"{fields.Pointer}/feedback/callback/secrets", DirectoryRules.SecretMissing);
        }

        foreach (var (index, _) in agreement.Deputies.Index().Where(deputy => organisation.Worker(deputy.Item) is null))
        {
            errors.Add(JsonPointer.Item(fields.At("deputies"), index), DirectoryRules.UnknownWorker);
        }
    }

    static PathwayReference ReadPathway(JsonFields agreement)
    {
        if (agreement.Object("pathway", FieldRules.Required) is not { } fields)
        {
            return Unread;
        }

        var id = fields.Text("id", FieldFormat.Identifier, FieldRules.Required);
        var version = fields.Number("version", least: 1, most: 100_000, FieldRules.Required);
        fields.RefuseOthers();
        return id is null || version is null ? Unread : new PathwayReference(id, version.Value);
    }

    FeedbackDestination ReadFeedback(JsonFields agreement)
    {
        if (agreement.Object("feedback", FieldRules.Required) is not { } fields)
        {
            return new FeedbackDestination(null, null);
        }

        var callback = fields.Object("callback") is { } callbackFields ? ReadCallback(callbackFields) : null;
        var email = fields.Text("email", FieldFormat.Email);
        fields.RefuseOthers();
        if (!fields.Has("callback") && !fields.Has("email"))
        {
            errors.Add(fields.Pointer, DirectoryRules.ChannelMissing);
        }

        return new FeedbackDestination(callback, email);
    }

    Callback? ReadCallback(JsonFields fields)
    {
        var url = fields.Text("url", new FieldFormat(IsCallbackUrl, DirectoryRules.UrlMalformed), FieldRules.Required);
        var secrets = fields.Texts("secrets", most: 2, Secret).ToValueList();
        fields.RefuseOthers();
        return url is null ? null : new Callback(new Uri(url), secrets.Count == 0 ? null : secrets);
    }

    PracticeHour? ReadHour(JsonFields fields)
    {
        var weekday = fields.Choice<DayOfWeek>("weekday", FieldRules.Required);
        var from = fields.Time("from", FieldRules.Required);
        var until = fields.Time("until", FieldRules.Required);
        var minutes = fields.Number("slotMinutes", least: 5, most: 240, FieldRules.Required);
        var location = fields.Text("location", most: 200, FieldRules.Required);
        fields.RefuseOthers();
        if (weekday is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            errors.Add(fields.At("weekday"), DirectoryRules.NoWorkingDay);
        }

        if (until <= from)
        {
            errors.Add(fields.At("until"), DirectoryRules.PeriodReversed);
        }
        else if (minutes is { } length && until - from < TimeSpan.FromMinutes(length))
        {
            errors.Add(fields.At("slotMinutes"), DirectoryRules.SlotTooLong);
        }

        return weekday is null || from is null || until is null || minutes is null || location is null
            ? null
            : new PracticeHour(weekday.Value, from.Value, until.Value, minutes.Value, location);
    }

    bool IsCallbackUrl(string text) =>
        text.Length <= 2048
        && Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (development && url.Scheme == Uri.UriSchemeHttp))
        && url.UserInfo.Length == 0
        && url.Fragment.Length == 0;

    static bool IsSecret(string text) =>
        text.StartsWith("whsec_", StringComparison.Ordinal)
        && Base64.IsValid(text.AsSpan(6), out var length)
        && length is >= 24 and <= 64;
}
