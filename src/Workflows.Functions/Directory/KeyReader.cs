using System.Text.RegularExpressions;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Directory;

/// <summary>Reads the key of a source. A key that is given is only ever seen here: what goes on is its hash.</summary>
static partial class KeyReader
{
    static readonly FieldFormat Weak = new(text => text.Length is >= 8 and <= 128 && KeyPattern().IsMatch(text), DirectoryRules.KeyTooWeak);
    static readonly FieldFormat Strong = new(text => text.Length is >= 32 and <= 128 && KeyPattern().IsMatch(text), DirectoryRules.KeyTooWeak);

    /// <summary>Reads a source that keeps the hash of <paramref name="stored"/> when no new key is given; a new source has none then.</summary>
    public static SourceKey? Read(JsonFields fields, Func<string, SourceKey?> stored, FieldErrors errors)
    {
        var id = fields.Text("id", FieldFormat.Identifier, FieldRules.Required);
        var name = fields.Text("name", most: 100, FieldRules.Required);
        var organisation = fields.Text("organisation", FieldFormat.Identifier);
        var practice = fields.Text("practice", FieldFormat.Agb);
        var expiresAt = fields.Moment("expiresAt");
        var revoked = fields.Flag("revoked") ?? false;
        var developmentOnly = fields.Flag("developmentOnly") ?? false;
        var key = fields.Text("key", developmentOnly ? Weak : Strong);
        fields.RefuseOthers();

        var before = id is null ? null : stored(id);
        if (!fields.Has("key") && before is { DevelopmentOnly: true } && !developmentOnly)
        {
            // A short key for a developer's machine does not become a real one by leaving it out.
            errors.Add(fields.At("key"), DirectoryRules.KeyTooWeak);
        }

        if (!developmentOnly && !fields.Has("organisation") && !fields.Has("practice"))
        {
            errors.Add(fields.Pointer, DirectoryRules.KeyWithoutScope);
        }

        return id is null ? null : new SourceKey(id, name ?? "", organisation, practice, expiresAt, revoked, developmentOnly, key is null ? before?.Hash : KeyHash.Of(key));
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+\z")]
    private static partial Regex KeyPattern();
}
