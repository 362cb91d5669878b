using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Pages.Cases;

namespace Workflows.Functions.Pages.Coordinate;

/// <summary>The pages of a referral, for its coordinator.</summary>
sealed class CaseFunctions(CasePages cases, CommandPages commands, MeasurementPages measurements, MessagePages messages, DeliveryPages deliveries)
{
    /// <summary><c>GET /regie/{id}</c>.</summary>
    [Function("ShowCoordinatorCase")]
    public Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "regie/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        cases.ShowAsync(request, id, cancellation);

    /// <summary><c>GET /regie/{id}/{command}</c>.</summary>
    [Function("ShowCoordinatorCommand")]
    public Task<IResult> Ask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "regie/{id}/{command}")] HttpRequest request, string id, string command, CancellationToken cancellation) =>
        commands.AskAsync(request, id, command, cancellation);

    /// <summary><c>POST /regie/{id}/{command}</c>.</summary>
    [Function("SendCoordinatorCommand")]
    public Task<IResult> Send(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "regie/{id}/{command}")] HttpRequest request,
        string id,
        string command,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) => commands.SendAsync(request, id, command, client, cancellation);

    /// <summary><c>GET /regie/{id}/metingen</c>.</summary>
    [Function("ListCoordinatorMeasurements")]
    public Task<IResult> ShowMeasurements([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "regie/{id}/metingen")] HttpRequest request, string id, CancellationToken cancellation) =>
        measurements.ShowAsync(request, id, cancellation);

    /// <summary><c>GET /regie/{id}/metingen/{instrument}</c>.</summary>
    [Function("AskForCoordinatorMeasurement")]
    public Task<IResult> AskForMeasurement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "regie/{id}/metingen/{instrument}")] HttpRequest request, string id, string instrument, CancellationToken cancellation) =>
        measurements.AskAsync(request, id, instrument, cancellation);

    /// <summary><c>POST /regie/{id}/metingen/{instrument}</c>.</summary>
    [Function("SendCoordinatorMeasurement")]
    public Task<IResult> SendMeasurement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "regie/{id}/metingen/{instrument}")] HttpRequest request,
        string id,
        string instrument,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) => measurements.SendAsync(request, id, instrument, client, cancellation);

    /// <summary><c>GET /regie/{id}/berichten</c>.</summary>
    [Function("ListCoordinatorMessages")]
    public Task<IResult> ShowMessages([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "regie/{id}/berichten")] HttpRequest request, string id, CancellationToken cancellation) =>
        messages.ShowAsync(request, id, cancellation);

    /// <summary><c>POST /regie/{id}/berichten</c>.</summary>
    [Function("PostCoordinatorMessage")]
    public Task<IResult> SendMessage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "regie/{id}/berichten")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        messages.SendAsync(request, id, client, cancellation);

    /// <summary><c>GET /regie/{id}/bezorging</c>.</summary>
    [Function("ListDeliveries")]
    public Task<IResult> ShowDeliveries([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "regie/{id}/bezorging")] HttpRequest request, string id, CancellationToken cancellation) =>
        deliveries.ShowAsync(request, id, cancellation);
}
