namespace Workflows.Functions.DeadLetters;

/// <summary>A message that was put aside, without its content, which may be personal.</summary>
/// <param name="Queue">Whose it is.</param>
/// <param name="SequenceNumber">Its number, by which it is resubmitted or dropped.</param>
/// <param name="EnqueuedAt">When it was accepted.</param>
/// <param name="Deliveries">How often it was tried.</param>
/// <param name="Reason">Why it was put aside, as a code.</param>
/// <param name="Description">More about the reason; of a submission the codes of what is wrong with it.</param>
sealed record DeadLetter(string Queue, long SequenceNumber, DateTimeOffset EnqueuedAt, int Deliveries, string? Reason, string? Description);
