namespace LocalRuntime.LocalPages.Mailbox;

/// <summary>One entry of <c>errors</c> in a refusal of the SendGrid API: what is wrong, and where in the request, as a dotted path.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Field">Where; null when it is the request as a whole.</param>
/// <param name="Help">A link to the API's manual, which the fake has none of.</param>
sealed record SendGridError(string Message, string? Field, string? Help = null);
