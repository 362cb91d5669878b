using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Pages.Cases;

namespace Workflows.Functions.Pages.Work;

/// <summary>The pages of a referral, for its worker.</summary>
sealed class CaseFunctions(CasePages cases, CommandPages commands, MeasurementPages measurements, MessagePages messages)
{
    /// <summary><c>GET /werk/{id}</c>.</summary>
    [Function("ShowCase")]
    public Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "werk/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        cases.ShowAsync(request, id, cancellation);

    /// <summary><c>GET /werk/{id}/{command}</c>.</summary>
    [Function("ShowCommand")]
    public Task<IResult> Ask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "werk/{id}/{command}")] HttpRequest request, string id, string command, CancellationToken cancellation) =>
        commands.AskAsync(request, id, command, cancellation);

    /// <summary><c>POST /werk/{id}/{command}</c>.</summary>
    [Function("SendCommand")]
    public Task<IResult> Send(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werk/{id}/{command}")] HttpRequest request,
        string id,
        string command,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) => commands.SendAsync(request, id, command, client, cancellation);

    /// <summary><c>GET /werk/{id}/metingen</c>.</summary>
    [Function("ListMeasurements")]
    public Task<IResult> ShowMeasurements([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "werk/{id}/metingen")] HttpRequest request, string id, CancellationToken cancellation) =>
        measurements.ShowAsync(request, id, cancellation);

    /// <summary><c>GET /werk/{id}/metingen/{instrument}</c>.</summary>
    [Function("AskForMeasurement")]
    public Task<IResult> AskForMeasurement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "werk/{id}/metingen/{instrument}")] HttpRequest request, string id, string instrument, CancellationToken cancellation) =>
        measurements.AskAsync(request, id, instrument, cancellation);

    /// <summary><c>POST /werk/{id}/metingen/{instrument}</c>.</summary>
    [Function("SendMeasurement")]
    public Task<IResult> SendMeasurement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werk/{id}/metingen/{instrument}")] HttpRequest request,
        string id,
        string instrument,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) => measurements.SendAsync(request, id, instrument, client, cancellation);

    /// <summary><c>GET /werk/{id}/berichten</c>.</summary>
    [Function("ListCaseMessages")]
    public Task<IResult> ShowMessages([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "werk/{id}/berichten")] HttpRequest request, string id, CancellationToken cancellation) =>
        messages.ShowAsync(request, id, cancellation);

    /// <summary><c>POST /werk/{id}/berichten</c>.</summary>
    [Function("SendCaseMessage")]
    public Task<IResult> SendMessage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werk/{id}/berichten")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        messages.SendAsync(request, id, client, cancellation);
}
