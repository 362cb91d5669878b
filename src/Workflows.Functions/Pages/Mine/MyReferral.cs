using Workflows.Functions.Pages.Parts;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Mine;

/// <summary>A referral as its client sees it.</summary>
/// <param name="Stand">The name of the text that says where it stands.</param>
/// <param name="Organisation">The welfare organisation's name.</param>
/// <param name="Practice">The practice's name.</param>
/// <param name="Worker">Who helps, by name; null while nobody does.</param>
/// <param name="WorkerEmail">Where that person is written to; null while nobody helps.</param>
/// <param name="WorkerPhone">Where that person is called, in E.164; null while nobody helps, and for who has no number in the directory.</param>
/// <param name="PausedUntil">The day on which a pause ends; null without one.</param>
/// <param name="ContactBy">By when somebody gets in touch; null once somebody has, and where nobody is going to.</param>
/// <param name="Appointment">The next appointment; null without one.</param>
/// <param name="ToDo">What is asked of the client now.</param>
/// <param name="Happened">What happened, newest first.</param>
public sealed record MyReferral(
    string Stand, string Organisation, string Practice, string? Worker, string? WorkerEmail, string? WorkerPhone, DateOnly? PausedUntil, Deadline? ContactBy, Appointment? Appointment,
    IReadOnlyList<MyTask> ToDo, IReadOnlyList<TimelineItem> Happened);

/// <summary>When and where worker and client meet.</summary>
/// <param name="At">When.</param>
/// <param name="Form">How.</param>
/// <param name="Place">Where; null where the form says enough.</param>
public sealed record Appointment(DateTimeOffset At, HandoverForm Form, string? Place);

/// <summary>Something that is asked of the client.</summary>
/// <param name="Address">The page on which it is done.</param>
/// <param name="Text">In words.</param>
public sealed record MyTask(string Address, string Text);
