using Workflows.Infra.Tests.Bicep;

namespace Workflows.Infra.Tests;

/// <summary>The files of <c>infra-bicep</c>, or a copy of them with one thing broken.</summary>
sealed record Templates(IReadOnlyList<BicepFile> Files)
{
    public const string Folder = "infra-bicep";

    static readonly Lazy<Task<Templates>> Real = new(() => ParseAsync(Texts()));

    public IEnumerable<BicepFile> Bicep => Files.Where(file => !file.IsParameters);

    public static Task<Templates> AsTheyAre() => Real.Value;

    /// <summary>A copy in which one text stands for another, which must be there.</summary>
    public static async Task<Templates> With(string path, string old, string broken)
    {
        var file = $"{Folder}/{path}";
        var text = Repository.Read(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        var changed = await ParseAsync(new Dictionary<string, string> { [file] = text.Replace(old, broken, StringComparison.Ordinal) });
        return new([.. (await AsTheyAre()).Files.Where(unchanged => unchanged.Path != file), .. changed.Files]);
    }

    public BicepFile File(string path) => Files.Single(file => file.Path == $"{Folder}/{path}");

    static async Task<Templates> ParseAsync(IReadOnlyDictionary<string, string> texts) => new(await BicepParser.ParseAsync(texts));

    static Dictionary<string, string> Texts() =>
        Repository.Files(Folder, "*.bicep").Concat(Repository.Files(Folder, "*.bicepparam")).ToDictionary(path => path, Repository.Read);
}
