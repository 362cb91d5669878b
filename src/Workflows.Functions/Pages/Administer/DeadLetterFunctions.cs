using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.DeadLetters;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;

namespace Workflows.Functions.Pages.Administer;

/// <summary>Messages that were put aside, for an administrator: without their content, to be tried again or dropped.</summary>
sealed class DeadLetterFunctions(Screens screens, DeadLetterBox box, DeadLetterDesk desk)
{
    public const string QueueField = "queue";
    public const string NumberField = "number";
    public const string DoField = "do";
    public const string Resubmit = "resubmit";
    public const string Drop = "drop";

    const string DoneQuery = "gedaan";
    const string GoneQuery = "weg";

    /// <summary><c>GET /beheer/berichten</c>.</summary>
    [Function("ShowDeadLetters")]
    public async Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "beheer/berichten")] HttpRequest request, CancellationToken cancellation) =>
        await screens.ShowAsync<DeadLettersPage>(request, new
        {
            Letters = (IReadOnlyList<DeadLetterItem>)
            [
                .. from letter in await box.ListAsync(cancellation)
                   orderby letter.EnqueuedAt
                   select new DeadLetterItem(letter.Queue, letter.SequenceNumber.ToString(CultureInfo.InvariantCulture), letter.EnqueuedAt, letter.Deliveries, letter.Reason, letter.Description),
            ],
            Done = request.Query[DoneQuery].ToString() is Resubmit or Drop ? request.Query[DoneQuery].ToString() : null,
            WasGone = request.Query.ContainsKey(GoneQuery),
        });

    /// <summary><c>POST /beheer/berichten</c>.</summary>
    [Function("SettleDeadLetter")]
    public async Task<IResult> Settle([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "beheer/berichten")] HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return Problem.Of(ProblemKind.UnsupportedMediaType);
        }

        var form = await request.ReadFormAsync(cancellation);
        var (queue, number) = (form[QueueField].ToString(), form[NumberField].ToString());
        bool? done = form[DoField].ToString() switch
        {
            Resubmit => await desk.ResubmitAsync(request.Caller, queue, number, cancellation),
            Drop => await desk.DropAsync(request.Caller, queue, number, cancellation),
            _ => null,
        };
        return done is null ? Problem.Of(ProblemKind.BadRequest) : new SeeOther($"/beheer/berichten?{(done.Value ? $"{DoneQuery}={form[DoField]}" : $"{GoneQuery}=1")}");
    }
}

/// <summary>A message that was put aside.</summary>
/// <param name="Queue">Whose it is.</param>
/// <param name="Number">Its number in the queue.</param>
/// <param name="At">When it was accepted.</param>
/// <param name="Deliveries">How often it was tried.</param>
/// <param name="Reason">Why it was put aside, as a code; null without one.</param>
/// <param name="Description">More about the reason; null without more.</param>
public sealed record DeadLetterItem(string Queue, string Number, DateTimeOffset At, int Deliveries, string? Reason, string? Description);
