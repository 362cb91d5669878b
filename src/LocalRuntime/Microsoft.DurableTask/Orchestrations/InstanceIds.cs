namespace LocalRuntime.DurableTask.Orchestrations;

/// <summary>Which instance ids there may be: they are part of storage keys here and in the real task hubs.</summary>
static class InstanceIds
{
    const int Longest = 100;

    /// <exception cref="ArgumentException">Not 1 to 100 characters without / \ # ? and control characters.</exception>
    public static void Check(string instanceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        if (instanceId.Length > Longest || instanceId.Any(character => character is '/' or '\\' or '#' or '?' || char.IsControl(character)))
        {
            throw new ArgumentException($"An instance id has 1 to {Longest} characters, none of them / \\ # ? or a control character.", nameof(instanceId));
        }
    }
}
