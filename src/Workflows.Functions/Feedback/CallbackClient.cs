using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Workflows.Functions.Directory;

namespace Workflows.Functions.Feedback;

/// <summary>Posts one signed message to a GP's system, once.</summary>
/// <param name="http">From <see cref="CallbackConnection"/>.</param>
/// <param name="plainHttp">Whether <c>http</c> addresses may be called: in Development.</param>
/// <param name="clock">The app's time: a receiver compares the timestamp with its own.</param>
sealed class CallbackClient(HttpClient http, bool plainHttp, TimeProvider clock)
{
    public async Task<DeliveryAttempt> PostAsync(Callback callback, string id, byte[] body, CancellationToken cancellation)
    {
        if (callback.Url.Scheme != Uri.UriSchemeHttps && !plainHttp)
        {
            return new(DeliveryResult.NoCallback);
        }

        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, callback.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(FeedbackEvent.ContentType, "utf-8");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(id, timestamp, body, callback.Secrets ?? []));
        try
        {
            // The status is the answer; a body, however long, is not read.
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            var detail = string.Create(CultureInfo.InvariantCulture, $"http{(int)answer.StatusCode}");
            return answer.StatusCode switch
            {
                _ when answer.IsSuccessStatusCode => new(DeliveryResult.Delivered, null, detail),
                HttpStatusCode.Gone => new(DeliveryResult.Gone, null, detail),
                _ => new(DeliveryResult.Later, Asked(answer.Headers.RetryAfter), detail),
            };
        }
        catch (HttpRequestException)
        {
            return new(DeliveryResult.Later, null, "noAnswer");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(DeliveryResult.Later, null, "noAnswerInTime");
        }
    }

    TimeSpan? Asked(RetryConditionHeaderValue? retryAfter) => retryAfter?.Delta ?? retryAfter?.Date - clock.GetUtcNow();
}
