using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Commands;

/// <summary>A command on its way to a referral.</summary>
/// <remarks>Sealed: event payloads are written by their runtime type, so that a derived command alone would lose its discriminator.</remarks>
/// <param name="Key">Names the command for ever: it is handled once by this key, however often it is raised.</param>
/// <param name="By">Who wants it.</param>
/// <param name="Command">What is wanted.</param>
public sealed record CommandEnvelope(string Key, Actor By, ReferralCommand Command)
{
    /// <summary>The one external event that a referral's orchestration waits for.</summary>
    public const string EventName = "command";

    /// <summary>The key under which a submission waits to be received, as a command waits to be handled.</summary>
    public const string Submission = "submit";
}
