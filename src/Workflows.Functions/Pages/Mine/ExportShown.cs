using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Functions.Clients;
using Workflows.Functions.Intake;
using Workflows.Functions.Notifications;
using Workflows.Functions.Pages.Cases;
using Workflows.Functions.Pages.Codes;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Mine;

/// <summary>Everything that is held about a person, as that person reads it.</summary>
/// <param name="MadeAt">When it was put together.</param>
/// <param name="Organisation">The welfare organisation's name.</param>
/// <param name="Practice">The practice's name.</param>
/// <param name="Status">Where the referral stands.</param>
/// <param name="SharesContent">Whether the practice hears more than that something happened.</param>
/// <param name="Card">Who the person is.</param>
/// <param name="Ground">Why the data may be used, in words.</param>
/// <param name="Happened">What happened, oldest first, with all that was written with it.</param>
/// <param name="Messages">What was sent to whom.</param>
/// <param name="Looks">Who looked, newest first, each day and person in a line.</param>
public sealed record ExportShown(
    DateTimeOffset MadeAt, string Organisation, string Practice, ReferralStatus Status, bool SharesContent, ClientCard Card, string Ground, IReadOnlyList<ExportedEvent> Happened, IReadOnlyList<ExportedMessage> Messages,
    IReadOnlyList<TimelineItem> Looks)
{
    internal static ExportShown Of(Referral referral, Held held, Language language)
    {
        var texts = new TimelineTexts(held.Organisation, language);
        return new(
            held.MadeAt,
            held.Organisation?.Name ?? referral.Organisation,
            held.Organisation?.Practice(referral.Practice)?.Name ?? referral.Practice,
            referral.Status,
            referral.Submission.SharesContentWithReferrer,
            ClientCard.Of(held.Dossier, language),
            MyGround.Of(referral, held.Dossier, language),
            [
                .. from happened in held.Timeline
                   let what = texts.What(happened.Change)
                   where what is not null
                   select new ExportedEvent(happened.At, what, texts.Who(happened.By), [.. TextsOf(happened, held.Dossier)]),
            ],
            [
                .. held.Messages.Select(message => new ExportedMessage(
                    message.Row.FirstTriedAt, $"{message.Notification.To.Kind}", MailText.Text($"{message.Notification.Words}.subject", language.Code), $"{message.Notification.Channel}")),
            ],
            Look.ByDay(held.Access.Select(look => Look.Of(look, language)), language));
    }

    /// <summary>What stands in the sections that an event names, whatever kind of event it is.</summary>
    static IEnumerable<string> TextsOf(ReferralEvent happened, IReadOnlyDictionary<string, string> dossier)
    {
        var named = JsonSerializer.Serialize(happened.Change);
        return from section in dossier
               where section.Key.Contains('!', StringComparison.Ordinal) && named.Contains($"\"{section.Key}\"", StringComparison.Ordinal)
               select Readable(section.Value);
    }

    /// <summary>Lines below each other, answers in their order, details as they are.</summary>
    static string Readable(string content) => DossierSections.Structure(content) switch
    {
        JsonArray items => string.Join(items.Any(item => item?.GetValueKind() is JsonValueKind.String) ? "\n" : ", ", items.Select(item => item is null ? "–" : $"{item}")),
        JsonObject fields => string.Join("\n", fields.Where(field => field.Value is not null).Select(field => $"{field.Value}")),
        _ => content,
    };
}

/// <summary>Something that happened.</summary>
/// <param name="At">When.</param>
/// <param name="What">In words.</param>
/// <param name="Who">By whom; null for the process itself.</param>
/// <param name="Texts">What was written with it.</param>
public sealed record ExportedEvent(DateTimeOffset At, string What, string? Who, IReadOnlyList<string> Texts);

/// <summary>A message about the referral.</summary>
/// <param name="At">When.</param>
/// <param name="To">To what kind of recipient.</param>
/// <param name="About">Its subject.</param>
/// <param name="Channel">By which way.</param>
public sealed record ExportedMessage(DateTimeOffset At, string To, string About, string Channel);
