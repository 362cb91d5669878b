namespace Workflows.Functions.Pages.Mine;

/// <summary>Who gets to see something of a client, as a row of a table.</summary>
/// <param name="Who">By name.</param>
/// <param name="What">What that one sees.</param>
/// <param name="Ground">Why that one may.</param>
public sealed record DataRecipient(string Who, string What, string Ground);
