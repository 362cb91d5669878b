namespace Workflows.Functions.Backups;

/// <summary>A backup cannot be restored: a file is missing or is not as it was written, or the app came into use. To try again would not help.</summary>
sealed class BackupException(string message, Exception? cause = null) : Exception(message, cause);
