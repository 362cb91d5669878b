namespace LocalRuntime.DurableTask.Store;

/// <summary>One change within a transaction.</summary>
abstract record RowWrite(string Key);

/// <summary>Puts a row, whether there was one or not.</summary>
sealed record PutRow(string Key, IReadOnlyDictionary<string, object> Values) : RowWrite(Key);

/// <summary>Sets some values of a row and leaves its others; makes the row if there is none.</summary>
sealed record MergeRow(string Key, IReadOnlyDictionary<string, object> Values) : RowWrite(Key);

/// <summary>Puts a row of which there must not be one.</summary>
sealed record InsertRow(string Key, IReadOnlyDictionary<string, object> Values) : RowWrite(Key);

/// <summary>Puts a row that must still have this ETag.</summary>
sealed record ReplaceRow(string Key, IReadOnlyDictionary<string, object> Values, string ETag) : RowWrite(Key);

/// <summary>Removes a row, which must be there.</summary>
sealed record DeleteRow(string Key) : RowWrite(Key);
