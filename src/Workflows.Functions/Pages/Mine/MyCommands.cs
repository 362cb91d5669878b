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

    /// <summary>What is answered once a command was given: the page that it leads to, or what is wrong. Fields that are wrong are the form's own to show.</summary>
    /// <param name="given">What came of the command.</param>
    /// <param name="page">Where the client goes on.</param>
    /// <param name="done">What that page tells as done.</param>
    public static IResult Answer(CommandAnswer? given, string page, string done) => given switch
    {
        null => Problem.Of(ProblemKind.NotFound),
        { Problem: { } problem } => problem,
        { Refusal: { } refusal } => Problem.Of(ProblemKind.Refused(refusal)),
        _ => new SeeOther(MyDone.Address(page, done, given.IsVisible)),
    };
}
