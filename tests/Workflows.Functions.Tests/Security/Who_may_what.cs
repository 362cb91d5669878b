using System.Runtime.CompilerServices;

namespace Workflows.Functions.Tests.Security;

/// <summary>Holds docs/who-may-what.md to what the running app answers.</summary>
public sealed class Who_may_what(WholeApp app) : IClassFixture<WholeApp>
{
    [Fact]
    public async Task Stands_in_the_document_as_the_app_answers()
    {
        var document = await File.ReadAllTextAsync(Document());
        var matrix = await Matrix.AboutAReferralAsync(app);

        AssertHolds(document, await matrix.TableAsync());
        AssertHolds(document, Matrix.Open());
    }

    [Fact]
    public async Task Tells_nobody_whether_there_is_what_is_not_theirs() => Assert.Empty(await (await Matrix.AboutAReferralAsync(app)).TellTalesAsync());

    static void AssertHolds(string document, string part) => Assert.True(document.Contains(part, StringComparison.Ordinal), $"In docs/who-may-what.md should stand:\n{part}");

    static string Document([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../../../docs/who-may-what.md"));
}
