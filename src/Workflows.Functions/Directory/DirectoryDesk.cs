using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Hosting;
using Workflows.Functions.Offer;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Directory;

/// <summary>Changes an organisation in the directory, as a program asks for it or a page: read, checked, written, and told to the referrals of who is absent or gone.</summary>
sealed class DirectoryDesk(DirectoryStore store, AbsentWorkers absences, IHostEnvironment environment)
{
    /// <summary>Puts one thing of that kind in its place.</summary>
    /// <param name="organisation">The organisation's id.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="id">The thing's id; the body says the same.</param>
    /// <param name="body">The thing.</param>
    /// <param name="client">The engine.</param>
    /// <param name="shown">The version on which the change was made; null for a change that holds for any. What stands there already is no conflict.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome> PutPartAsync(
        string organisation, DirectoryPart kind, string id, JsonElement body, DurableTaskClient client, string? shown = null, CancellationToken cancellation = default) =>
        ChangeAsync(organisation, client, (stored, after) => shown is null || kind.VersionOf(stored, id) is var now && (now == shown || now == kind.VersionOf(after, id)), (stored, errors) =>
        {
            var reader = new OrganisationReader(environment.IsDevelopment(), errors);
            if (stored is null || kind.With(stored, reader, body, errors) is not var (sent, after))
            {
                return null;
            }

            if (sent != id)
            {
                errors.Add($"/{kind.Field}", DirectoryRules.IdDiffers);
            }

            reader.Check(after, stored);
            reader.RefuseWithoutCoordinator(after, "");
            return after.WithSecretsOf(stored);
        }, cancellation);

    /// <summary>Puts the organisation that stands in the body in the place of the one of that id.</summary>
    /// <inheritdoc cref="PutPartAsync" path="/param"/>
    public Task<Outcome> PutAsync(string organisation, JsonElement body, DurableTaskClient client, CancellationToken cancellation = default) =>
        ChangeAsync(organisation, client, (_, _) => true, (stored, errors) =>
        {
            var reader = new OrganisationReader(environment.IsDevelopment(), errors);
            if (JsonFields.Of(body, "", errors) is not { } fields || reader.Read(fields) is not { } sent)
            {
                return null;
            }

            if (sent.Id != organisation)
            {
                errors.Add("/id", DirectoryRules.IdDiffers);
            }

            reader.Check(sent, stored);
            return sent.WithSecretsOf(stored);
        }, cancellation);

    /// <summary>Writes what <paramref name="change"/> makes of what is stored, unless it found something wrong.</summary>
    /// <param name="organisation">The organisation's id.</param>
    /// <param name="client">The engine.</param>
    /// <param name="stands">Whether the change still holds, of what is stored and what it is to be: nobody changed the same in the meantime.</param>
    /// <param name="change">Answers the organisation as it is to be; null when it found something wrong.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome> ChangeAsync(
        string organisation, DurableTaskClient client, Func<Organisation, Organisation, bool> stands, Func<Organisation?, FieldErrors, Organisation?> change, CancellationToken cancellation = default)
    {
        var errors = new FieldErrors();
        Organisation? after = null;
        var isOvertaken = false;
        var written = await store.ChangeAsync(
            organisation,
            stored =>
            {
                after = change(stored, errors) is { } changed && !errors.Any ? changed : null;
                isOvertaken = after is not null && stored is not null && !stands(stored, after);
                return isOvertaken ? null : after;
            },
            cancellation);
        if (errors.Any)
        {
            return new(null, Problem.With(errors));
        }

        if (isOvertaken || !written || after is null)
        {
            return new(null, Problem.Of(isOvertaken || !written ? ProblemKind.Conflict : ProblemKind.NotFound));
        }

        await absences.ReportAsync(after, client, cancellation);
        return new(after, null);
    }

    /// <summary>The organisation as it is now, or why it is not so.</summary>
    public sealed record Outcome(Organisation? Organisation, Problem? Problem)
    {
        [MemberNotNullWhen(true, nameof(Problem))]
        [MemberNotNullWhen(false, nameof(Organisation))]
        public bool IsRefused => Problem is not null;
    }
}
