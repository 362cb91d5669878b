using Microsoft.AspNetCore.Http;
using Workflows.Functions.Directory;
using Workflows.Referrals.Identifiers;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Security;

/// <summary>
/// People who signed in through App Service Authentication: it sets <c>X-MS-CLIENT-PRINCIPAL</c> and takes the header away from everybody else,
/// so that it is believed only where that runs, which the platform says in <c>WEBSITE_AUTH_ENABLED</c>.
/// </summary>
/// <remarks>The role comes as a claim; the claims <c>organisation</c> and <c>practice</c> say whose. Who works at an organisation must also be in its directory, by the account's object id.</remarks>
sealed class AppServicePrincipals(SecuritySettings settings, DirectoryStore directory) : ICallerSource
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    /// <summary>When an account has several: the one that sees persons for their care comes before the others.</summary>
    static readonly Role[] ByPreference = [Role.Coordinator, Role.Worker, Role.Referrer, Role.Funder, Role.Administrator];

    public async ValueTask<Caller?> FindAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!settings.AppServiceAuthentication
            || request.Headers[Header] is not [{ } encoded]
            || Principal.Decode(encoded) is not { Account: { } account } principal)
        {
            return null;
        }

        foreach (var role in ByPreference.Where(principal.Has))
        {
            if (await FindAsync(role, account, principal, cancellation) is { } caller)
            {
                return caller;
            }
        }

        return null;
    }

    async ValueTask<Caller?> FindAsync(Role role, string account, Principal principal, CancellationToken cancellation)
    {
        switch (role)
        {
            case Role.Coordinator or Role.Worker:
                var employedAs = role == Role.Worker ? WorkerRole.Worker : WorkerRole.Coordinator;
                return principal.Claim("organisation") is { } id
                    && await directory.OrganisationAsync(id, cancellation) is { } organisation
                    && organisation.Workers.FirstOrDefault(worker => worker.Account == account && worker.Role == employedAs) is { } worker
                    ? new Caller(CallerKind.Person, role, worker.Id, organisation.Id)
                    : null;
            case Role.Referrer:
                return principal.Claim("practice") is { } practice && AgbCode.IsValid(practice)
                    ? new Caller(CallerKind.Person, role, account, Practice: practice)
                    : null;
            case Role.Funder:
                return (await directory.SharedAsync(cancellation)).Funders.FirstOrDefault(funder => funder.Account == account) is { } funder
                    ? new Caller(CallerKind.Person, role, funder.Id)
                    : null;
            default:
                var administrators = (await directory.SharedAsync(cancellation)).Administrators;
                return administrators.FirstOrDefault(administrator => administrator.Account == account) is { } administrator ? new Caller(CallerKind.Person, role, administrator.Id)
                    : settings.IsFirstAdministrator(account, administrators) ? new Caller(CallerKind.Person, role, account)
                    : null;
        }
    }
}
