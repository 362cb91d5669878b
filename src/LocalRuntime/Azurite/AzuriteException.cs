namespace LocalRuntime.Azurite;

/// <summary>Azurite cannot be used; the message says why and what helps.</summary>
sealed class AzuriteException(string message, Exception? inner = null) : Exception(message, inner);
