using Microsoft.AspNetCore.Http;
using Workflows.Functions.Directory;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Security;

/// <summary>The header <c>X-Local-User: worker/anna</c>, on a developer's machine only.</summary>
sealed class LocalUsers(DeveloperMachine machine, DirectoryStore directory) : ICallerSource
{
    public const string Header = "X-Local-User";

    public async ValueTask<Caller?> FindAsync(HttpRequest request, CancellationToken cancellation) =>
        request.Headers[Header] is [{ } user] && machine.Sent(request) ? await FindAsync(user, cancellation) : null;

    /// <summary>The person of that name, such as <c>worker/anna</c>; null when there is none. Whether this is a developer's machine was asked before.</summary>
    public async ValueTask<Caller?> FindAsync(string user, CancellationToken cancellation) =>
        user.Split('/') is [var role, var id] ? Find(await directory.AllAsync(cancellation), role, id) : null;

    static Caller? Find(DirectoryFile all, string role, string id) => role switch
    {
        "worker" => Employee(all, id, WorkerRole.Worker, Role.Worker),
        "coordinator" => Employee(all, id, WorkerRole.Coordinator, Role.Coordinator),
        "referrer" when all.Organisations.Any(organisation => organisation.Practice(id) is not null) => new Caller(CallerKind.Person, Role.Referrer, id, Practice: id),
        "client" when Guid.TryParseExact(id, "N", out _) => new Caller(CallerKind.Person, Role.Client, id),   // the referral's id; a referral that is not there is nobody's
        "funder" when all.Funders.Any(funder => funder.Id == id) => new Caller(CallerKind.Person, Role.Funder, id),
        "administrator" when all.Administrators.Any(administrator => administrator.Id == id) => new Caller(CallerKind.Person, Role.Administrator, id),
        _ => null,
    };

    /// <summary>An id that two organisations use means nobody here: the header has no room for the organisation.</summary>
    static Caller? Employee(DirectoryFile all, string id, WorkerRole employedAs, Role role) =>
        all.Organisations.Where(organisation => organisation.Worker(id)?.Role == employedAs).ToList() is [var organisation]
            ? new Caller(CallerKind.Person, role, id, organisation.Id)
            : null;
}
