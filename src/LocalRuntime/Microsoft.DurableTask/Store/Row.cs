namespace LocalRuntime.DurableTask.Store;

/// <summary>A stored row. Values are strings, 64-bit numbers and moments.</summary>
sealed record Row(string Key, string ETag, IReadOnlyDictionary<string, object> Values);

/// <summary>Some rows, and where the next ones begin; null at the end.</summary>
sealed record RowPage(IReadOnlyList<Row> Rows, string? Continuation);
