using System.Text.Json;
using Workflows.Functions.Problems;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Directory;

/// <summary>Reads a directory file against the stored directory: a file that can be imported as it is, or every wrong field. One reader reads one file.</summary>
/// <remarks>Pure. Secrets and keys that the file leaves out are those that are stored; <see cref="NewSecrets"/> makes those that are not. In <paramref name="development"/> callbacks may be http.</remarks>
sealed class DirectoryReader(DirectoryFile stored, bool development, FieldErrors errors)
{
    readonly SeenIds seen = new(errors);

    /// <summary>What names an organisation, which may stand further on.</summary>
    readonly List<(string Organisation, string Pointer)> named = [];

    /// <returns>Null exactly when there are errors.</returns>
    public DirectoryFile? Read(JsonElement root)
    {
        if (JsonFields.Of(root, "", errors) is not { } fields)
        {
            return null;
        }

        var file = new DirectoryFile(
            fields.List("organisations", most: 500, ReadOrganisation).ToValueList(),
            fields.List("funders", most: 500, ReadFunder).ToValueList(),
            fields.List("administrators", most: 100, ReadAdministrator).ToValueList(),
            fields.List("keys", most: 1000, ReadKey).ToValueList())
        {
            Forms = fields.List("forms", most: 500, ReadForm).ToValueList(),
        };
        fields.RefuseOthers();

        var known = stored.Organisations.Concat(file.Organisations).Select(organisation => organisation.Id).ToHashSet();
        foreach (var (_, pointer) in named.Where(name => !known.Contains(name.Organisation)))
        {
            errors.Add(pointer, DirectoryRules.UnknownOrganisation);
        }

        return errors.Any ? null : file;
    }

    Organisation? ReadOrganisation(JsonFields fields)
    {
        var reader = new OrganisationReader(development, errors, makesSecrets: true);
        if (reader.Read(fields) is not { } organisation)
        {
            return null;
        }

        seen.Add<Organisation>(organisation.Id, fields.At("id"));
        var before = stored.Organisations.FirstOrDefault(before => before.Id == organisation.Id);
        reader.Check(organisation, before);
        return organisation.WithSecretsOf(before);
    }

    Funder? ReadFunder(JsonFields fields)
    {
        var id = fields.Text("id", FieldFormat.Identifier, FieldRules.Required);
        var name = fields.Text("name", most: 100, FieldRules.Required);
        var account = fields.Text("account", most: 64);
        var organisations = fields.Texts("organisations", most: 500, FieldFormat.Identifier).Distinct().ToValueList();
        fields.RefuseOthers();
        named.AddRange(organisations.Index().Select(organisation => (organisation.Item, JsonPointer.Item(fields.At("organisations"), organisation.Index))));
        seen.Add<Funder>(id, fields.At("id"));
        return id is null ? null : new Funder(id, name ?? "", account, organisations);
    }

    Administrator? ReadAdministrator(JsonFields fields)
    {
        var id = fields.Text("id", FieldFormat.Identifier, FieldRules.Required);
        var name = fields.Text("name", most: 100, FieldRules.Required);
        var account = fields.Text("account", most: 64);
        fields.RefuseOthers();
        seen.Add<Administrator>(id, fields.At("id"));
        return id is null ? null : new Administrator(id, name ?? "", account);
    }

    FormSource? ReadForm(JsonFields fields)
    {
        var form = FormReader.Read(fields, id => stored.Forms.FirstOrDefault(form => form.Id == id), errors);
        seen.Add<FormSource>(form?.Id, fields.At("id"));
        if (form is not null)
        {
            named.Add((form.Organisation, fields.At("organisation")));
        }

        return form;
    }

    SourceKey? ReadKey(JsonFields fields)
    {
        var key = KeyReader.Read(fields, id => stored.Keys.FirstOrDefault(key => key.Id == id), errors);
        seen.Add<SourceKey>(key?.Id, fields.At("id"));
        if (key?.Organisation is { } organisation)
        {
            named.Add((organisation, fields.At("organisation")));
        }

        return key;
    }
}
