namespace Workflows.Functions.Settings;

/// <summary>The app cannot start, because of its settings; all that is wrong is in the message, and no secret.</summary>
sealed class SettingsException(IReadOnlyList<string> problems)
    : Exception(string.Join(Environment.NewLine, ["The app does not start, because of its settings (see the table in the README):", .. problems.Select(problem => $"- {problem}")]));
