namespace Workflows.Functions.Storage;

/// <summary>More than Azure Table Storage takes in one entity or one transaction. Nothing was written.</summary>
/// <remarks>Azurite accepts more than Azure does, so the app keeps the limits itself.</remarks>
sealed class TableLimitException(string message) : Exception(message);
