namespace Microsoft.Azure.Functions.Worker;

/// <summary>How far a schedule came.</summary>
public class ScheduleStatus
{
    /// <summary>The last run; the default value when there was none.</summary>
    public DateTime Last { get; set; }

    /// <summary>The occurrence that is expected next.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this was written.</summary>
    public DateTime LastUpdated { get; set; }
}
