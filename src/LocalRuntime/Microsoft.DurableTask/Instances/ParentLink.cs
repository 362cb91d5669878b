namespace LocalRuntime.DurableTask.Instances;

/// <summary>Which call of which execution of which orchestration started a sub-orchestration, and so gets its result.</summary>
sealed record ParentLink(string Name, string InstanceId, string ExecutionId, int TaskId);
