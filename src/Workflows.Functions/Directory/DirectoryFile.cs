using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Directory;

/// <summary>What <c>PUT /api/directory</c> takes and the sample directory is. Each thing that it names is replaced as a whole, what it does not name stays.</summary>
sealed record DirectoryFile(
    ValueList<Organisation> Organisations,
    ValueList<Funder> Funders,
    ValueList<Administrator> Administrators,
    ValueList<SourceKey> Keys)
{
    /// <summary>The forms of form tools that send referrals.</summary>
    public ValueList<FormSource> Forms { get; init; } = [];

    public static DirectoryFile Empty { get; } = new([], [], [], []);
}
