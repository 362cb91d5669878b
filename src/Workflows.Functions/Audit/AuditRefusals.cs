namespace Workflows.Functions.Audit;

/// <summary>Why a caller was refused. To the caller the last two are one: what is not theirs is not there.</summary>
static class AuditRefusals
{
    public const string Role = "role";
    public const string NotTheirs = "not-theirs";
    public const string NotThere = "not-there";
}
