using LocalRuntime.LocalPages.Page;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalRuntime.LocalPages.Mailbox;

/// <summary>What arrived: as JSON for scripts, and one message as a page.</summary>
static class MailboxEndpoints
{
    public static void Map(IEndpointRouteBuilder local)
    {
        local.MapGet("/mailbox.json", AllAsync);
        local.MapGet("/mailbox/{id}", OneAsync);
    }

    static async Task<IResult> AllAsync(MessageStore mailbox, CancellationToken cancellation) =>
        LocalJson.Answer((await mailbox.AllAsync(cancellation)).Select(entry => entry.Message));

    static async Task<IResult> OneAsync(string id, MessageStore mailbox, CancellationToken cancellation) =>
        await mailbox.FindAsync(id, cancellation) is { } message ? MessagePage.Of(message) : Results.NotFound();
}
