namespace Workflows.Functions.Storage;

/// <summary>The dossier was erased; nothing may be written to it any more.</summary>
sealed class DossierErasedException() : Exception("The dossier was erased.");
