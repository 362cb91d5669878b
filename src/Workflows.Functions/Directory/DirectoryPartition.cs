using Azure;

namespace Workflows.Functions.Directory;

/// <summary>The rows of one partition as they were read, and the mark by which a write sees that somebody else wrote since.</summary>
/// <param name="Rows">In the order of their keys.</param>
/// <param name="Version">The ETag of the row <see cref="DirectoryRow.OrganisationKey"/>; null when there is none yet.</param>
sealed record DirectoryPartition(IReadOnlyList<DirectoryRow> Rows, ETag? Version);
