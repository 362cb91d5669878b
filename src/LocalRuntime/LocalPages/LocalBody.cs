using Microsoft.AspNetCore.Http;

namespace LocalRuntime.LocalPages;

/// <summary>The body of a request, read whole and kept small enough for one table entity.</summary>
static class LocalBody
{
    /// <summary>An entity holds 1 MiB and writes text as UTF-16.</summary>
    const int Most = 384 * 1024;

    /// <summary>The body; null when it is larger than what can be kept.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        var part = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(part, cancellation)) > 0)
        {
            if (body.Length + read > Most)
            {
                return null;
            }

            body.Write(part, 0, read);
        }

        return body.ToArray();
    }
}
