using System.Globalization;
using System.Text.Json;
using Azure.Messaging;
using Azure.Messaging.ServiceBus;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Events;

/// <summary>One line of a timeline as a CloudEvent 1.0, in JSON (structured mode). A timeline holds no personal data, and so does this.</summary>
static class ReferralCloudEvent
{
    const string ContentType = "application/cloudevents+json; charset=utf-8";

    /// <param name="referral">The referral's id.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="source">Where the app is reached.</param>
    public static ServiceBusMessage Message(string referral, ReferralEvent happened, Uri source)
    {
        var data = JsonSerializer.SerializeToElement(happened, JsonSerializerOptions.Web);
        var change = data.GetProperty("change").GetProperty("type").GetString();
        var said = new CloudEvent(source.ToString(), $"nl.welzijn.referral.{change}.v1", data)
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{referral}.{happened.Sequence}"),
            Subject = referral,
            Time = happened.At,

            // CloudEvents' own extension for order: texts of one length, so that they also sort as texts.
            ExtensionAttributes = { ["sequence"] = happened.Sequence.ToString("D10", CultureInfo.InvariantCulture) },
        };
        return new ServiceBusMessage(JsonSerializer.SerializeToUtf8Bytes(said)) { MessageId = said.Id, Subject = said.Type, CorrelationId = referral, ContentType = ContentType };
    }
}
