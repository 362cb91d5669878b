using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Functions.Directory;
using Workflows.Functions.Intake;
using Workflows.Functions.Problems;
using Workflows.Functions.Tests.Directory;
using Workflows.Functions.Tests.Intake;
using Workflows.Referrals.Pathways;

namespace Workflows.Functions.Tests.Problems;

public sealed class When_a_body_is_mangled
{
    const int Times = 500;

    public static TheoryData<int> Seeds => [1, 2, 3, 4];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_submission_is_taken_clean_or_refused_with_reasons(int seed) => Mangle(seed, () => Submitted.Body, (root, errors) =>
        SubmissionReader.Read(root, SubmissionReader.OrganisationNamedIn(root) == "welzijn-zuid" ? Submitted.WelzijnZuid : null, Submitted.Now, errors) is not null);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_directory_is_taken_whole_or_refused_with_reasons(int seed) => Mangle(
        seed,
        () => DirectoryText.With("/organisations/0/pathways", $"[{PathwayFile.Write(Pathway.Default)}]"),
        (root, errors) => new DirectoryReader(DirectoryFile.Empty, development: false, errors).Read(root) is not null);

    /// <summary>Never an exception, a value exactly when there is no error, and every answer can be written in both languages.</summary>
    static void Mangle(int seed, Func<JsonObject> body, Func<JsonElement, FieldErrors, bool> isTaken)
    {
        var random = new Random(seed);
        var refused = 0;
        for (var time = 0; time < Times; time++)
        {
            var json = Mangled.Of(body(), random);
            var errors = new FieldErrors();
            try
            {
                var read = JsonBody.Parse(Encoding.UTF8.GetBytes(json));
                Assert.False(read.IsRefused);
                var taken = isTaken(read.Root, errors);
                Assert.NotEqual(taken, errors.Any);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Seed {seed}, time {time}: {json}", failure);
            }

            refused += errors.Any ? 1 : 0;
            Assert.NotEqual(0, Problem.With(errors).Document(Language.Dutch).Length);
            Assert.NotEqual(0, Problem.With(errors).Document(Language.English).Length);
        }

        Assert.InRange(refused, Times / 2, Times);
    }
}
