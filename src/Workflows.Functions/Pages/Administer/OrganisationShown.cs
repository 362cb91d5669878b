using Workflows.Functions.Directory;

namespace Workflows.Functions.Pages.Administer;

/// <summary>The organisation whose part of the directory is shown.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
public sealed record OrganisationShown(string Id, string Name)
{
    /// <summary>Where its part of the directory begins.</summary>
    public string Address => $"/gids/{Id}";

    internal static OrganisationShown Of(Organisation organisation) => new(organisation.Id, organisation.Name);
}
