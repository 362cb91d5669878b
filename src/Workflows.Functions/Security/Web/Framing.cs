using Microsoft.AspNetCore.Http;

namespace Workflows.Functions.Security.Web;

/// <summary>Which answers may be framed.</summary>
static class Framing
{
    static readonly object Mark = new();

    extension(HttpResponse response)
    {
        /// <summary>Whether <see cref="LetFramingSitesShowIt"/> was said of this answer.</summary>
        public bool IsFramed => response.HttpContext.Items.ContainsKey(Mark);

        /// <summary>Lets the sites of the setting <c>FramingSites</c> show this answer inside a page of theirs. Only for what shows nothing of anybody.</summary>
        public void LetFramingSitesShowIt() => response.HttpContext.Items[Mark] = true;
    }
}
