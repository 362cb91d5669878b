namespace Workflows.Functions.Audit;

/// <summary>The audit log could not be written, so that nothing may be shown or changed.</summary>
sealed class AuditUnavailableException(Exception cause) : Exception("The audit log could not be written.", cause);
