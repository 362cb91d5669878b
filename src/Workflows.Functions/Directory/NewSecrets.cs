using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Directory;

/// <summary>The keys and webhook secrets that an import makes, because neither the file nor the directory has them. They are shown once, in its answer: what is kept is a hash, or sealed.</summary>
sealed class NewSecrets
{
    const int Bytes = 32;

    readonly Dictionary<string, NewKey> keys = [];
    readonly Dictionary<(string Organisation, string Practice), NewCallbackSecret> callbacks = [];
    readonly Dictionary<string, NewFormSecret> forms = [];

    /// <summary>Whether anything had to be made.</summary>
    [JsonIgnore]
    public bool Any => keys.Count + callbacks.Count + forms.Count > 0;

    public IEnumerable<NewKey> Keys => keys.Values;

    public IEnumerable<NewCallbackSecret> Callbacks => callbacks.Values;

    public IEnumerable<NewFormSecret> Forms => forms.Values;

    /// <summary>The file with every secret that it lacks. For the same thing again it is the same one: an import may have to be begun anew.</summary>
    public DirectoryFile Complete(DirectoryFile file) => file with
    {
        Organisations = file.Organisations.Select(Complete).ToValueList(),
        Keys = file.Keys.Select(key => key.Hash is null ? key with { Hash = KeyHash.Of(Made(keys, key.Id, () => new(key.Id, Random())).Key) } : key).ToValueList(),
        Forms = file.Forms.Select(form => form is { Tool: FormTool.Typeform, Secret: null } ? form with { Secret = Made(forms, form.Id, () => new(form.Id, Random())).Secret } : form).ToValueList(),
    };

    Organisation Complete(Organisation organisation) => organisation with
    {
        Agreements = organisation.Agreements.Select(agreement => agreement.Feedback.Callback is { Secrets: null } callback
            ? agreement with { Feedback = agreement.Feedback with { Callback = callback with { Secrets = [SecretOf(organisation.Id, agreement.Practice)] } } }
            : agreement).ToValueList(),
    };

    string SecretOf(string organisation, string practice) =>
        Made(callbacks, (organisation, practice), () => new(organisation, practice, $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes))}")).Secret;

    static T Made<TKey, T>(Dictionary<TKey, T> all, TKey key, Func<T> make)
        where TKey : notnull => all.TryGetValue(key, out var made) ? made : all[key] = make();

    static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
}

/// <summary>The key that a source identifies itself with.</summary>
sealed record NewKey(string Id, string Key);

/// <summary>The secret by which a practice's system knows our callbacks.</summary>
sealed record NewCallbackSecret(string Organisation, string Practice, string Secret);

/// <summary>The secret with which a form tool signs.</summary>
sealed record NewFormSecret(string Id, string Secret);
