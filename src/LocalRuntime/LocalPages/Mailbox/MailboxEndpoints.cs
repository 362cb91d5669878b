using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalRuntime.LocalPages.Mailbox;

/// <summary>What arrived, as JSON for scripts.</summary>
static class MailboxEndpoints
{
    public static void Map(IEndpointRouteBuilder local) => local.MapGet("/mailbox.json", AllAsync);

    static async Task<IResult> AllAsync(MessageStore mailbox, CancellationToken cancellation) =>
        LocalJson.Answer((await mailbox.AllAsync(cancellation)).Select(entry => entry.Message));
}
