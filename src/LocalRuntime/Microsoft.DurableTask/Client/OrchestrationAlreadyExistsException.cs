namespace DurableTask.Core.Exceptions;

/// <summary>An instance of the wanted id exists in a status that refuses a new one.</summary>
public class OrchestrationAlreadyExistsException(string message) : Exception(message);
