using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Pages.Cases;

namespace Workflows.Functions.Pages.Practices;

/// <summary>The pages of a referral, for the practice that sent it.</summary>
sealed class OwnCaseFunctions(CasePages cases, CommandPages commands, MessagePages messages)
{
    /// <summary><c>GET /praktijk/{id}</c>.</summary>
    [Function("ShowOwnCase")]
    public Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "praktijk/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        cases.ShowAsync(request, id, cancellation);

    /// <summary><c>GET /praktijk/{id}/{command}</c>.</summary>
    [Function("AskForOwnCommand")]
    public Task<IResult> Ask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "praktijk/{id}/{command}")] HttpRequest request, string id, string command, CancellationToken cancellation) =>
        commands.AskAsync(request, id, command, cancellation);

    /// <summary><c>POST /praktijk/{id}/{command}</c>.</summary>
    [Function("SendOwnCommand")]
    public Task<IResult> Send(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "praktijk/{id}/{command}")] HttpRequest request,
        string id,
        string command,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) => commands.SendAsync(request, id, command, client, cancellation);

    /// <summary><c>GET /praktijk/{id}/berichten</c>.</summary>
    [Function("AskForMessageToWorker")]
    public Task<IResult> AskForMessage([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "praktijk/{id}/berichten")] HttpRequest request, string id, CancellationToken cancellation) =>
        messages.ShowAsync(request, id, cancellation);

    /// <summary><c>POST /praktijk/{id}/berichten</c>.</summary>
    [Function("SendMessageToWorker")]
    public Task<IResult> SendMessage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "praktijk/{id}/berichten")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        messages.SendAsync(request, id, client, cancellation);
}
