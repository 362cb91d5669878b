using Workflows.Functions.Directory;

namespace Workflows.Functions.Pages.SignIn;

/// <summary>People of one house, on the sign-in page of a developer's machine.</summary>
/// <param name="Name">The organisation; null for who belongs to none.</param>
/// <param name="People">Who can be signed in as.</param>
public sealed record SampleGroup(string? Name, IReadOnlyList<SamplePerson> People);

/// <summary>Somebody to sign in as.</summary>
/// <param name="User">As the cookie and the header <c>X-Local-User</c> name it: <c>worker/anna</c>.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Role">The name of the role's text.</param>
public sealed record SamplePerson(string User, string Name, string Role);

/// <summary>Everybody in the directory of a developer's machine.</summary>
static class SamplePeople
{
    public static IReadOnlyList<SampleGroup> Of(DirectoryFile directory) =>
    [
        .. directory.Organisations.Select(organisation => new SampleGroup(
            organisation.Name,
            [
                .. organisation.Practices.Select(practice => new SamplePerson($"referrer/{practice.Agb}", practice.Name, "Referrer")),
                .. organisation.Workers.Select(worker => worker.Role == WorkerRole.Coordinator
                    ? new SamplePerson($"coordinator/{worker.Id}", worker.Name, "Coordinator")
                    : new SamplePerson($"worker/{worker.Id}", worker.Name, "Worker")),
            ])),
        new(
            null,
            [
                .. directory.Funders.Select(funder => new SamplePerson($"funder/{funder.Id}", funder.Name, "Funder")),
                .. directory.Administrators.Select(administrator => new SamplePerson($"administrator/{administrator.Id}", administrator.Name, "Administrator")),
            ]),
    ];
}
