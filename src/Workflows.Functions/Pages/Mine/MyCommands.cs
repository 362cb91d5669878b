using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Audit;
using Workflows.Functions.Commands;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;

namespace Workflows.Functions.Pages.Mine;

/// <summary>Gives the commands of a client's forms: the same desk takes in those of programs.</summary>
sealed class MyCommands(ReferralReader referrals, CommandDesk desk)
{
    /// <param name="request">The form.</param>
    /// <param name="command">The command's name in the route.</param>
    /// <param name="body">What it holds, as the API wants it.</param>
    /// <param name="client">The engine.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="part">Names this command among several that one form gives; null for the only one.</param>
    /// <returns>Null when there is no referral any more.</returns>
    public async Task<CommandAnswer?> GiveAsync(HttpRequest request, string command, object body, DurableTaskClient client, CancellationToken cancellation, string? part = null) =>
        await referrals.FindAsync(request.Caller.Id, request.Caller, AuditEvents.CommandGiven, cancellation) is { } seen
            ? await desk.TakeAsync(
                seen, request.Caller, command, FormState.KeyOf(await request.ReadFormAsync(cancellation)) is { } key ? key + part : null,
                () => Task.FromResult(new JsonBody.Read(body as JsonElement? ?? JsonSerializer.SerializeToElement(body))), client, cancellation)
            : null;
}
