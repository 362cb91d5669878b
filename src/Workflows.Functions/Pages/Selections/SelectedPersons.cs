using Workflows.Functions.Intake.Selections;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Pages.Refer;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Referrals.Vocabulary;

namespace Workflows.Functions.Pages.Selections;

/// <summary>Who waits for a practice, as the list shows them. Each look is recorded.</summary>
sealed class SelectedPersons(SelectionDesk desk)
{
    /// <summary>As many as somebody gets through in a sitting; who was decided about makes room for the next.</summary>
    const int MostShown = 20;

    /// <returns>The first of them, and how many more there are.</returns>
    public async Task<(IReadOnlyList<SelectedPerson> Persons, int Others)> OfAsync(Caller caller, Language language, CancellationToken cancellation)
    {
        var rows = await desk.AllAsync(caller, cancellation).ToListAsync(cancellation);
        List<SelectedPerson> persons = [];
        foreach (var row in rows.Take(MostShown))
        {
            if (await desk.OpenAsync(row, caller, cancellation) is { Submission: var submission })
            {
                persons.Add(new(
                    SelectionAddress.Of(row),
                    $"{ReferFields.TextAt(submission, "client/givenName")} {ReferFields.TextAt(submission, "client/familyName")}".Trim(),
                    TypedDates.DayOf(ReferFields.TextAt(submission, "client/birthDate")),
                    [.. ReferFields.ReasonsOf(submission).Select(code => WelfareVocabulary.Reason(code).Text.In(language))],
                    [.. ReferFields.Errors(desk.WrongIn(submission), language).Select(error => Told(error, ReferFields.TextAt(submission, error.Field.Replace('.', '/')), language))],
                    row.ExpiresAt));
            }
        }

        return (persons, Math.Max(0, rows.Count - MostShown));
    }

    /// <summary>What is wrong with a field, and what the file says there, unless that is nothing or a list.</summary>
    static string Told(FormError error, string? arrived, Language language) => PageTexts.Of(
        typeof(SelectedPerson), string.IsNullOrEmpty(arrived) || error.Field == ReferFields.Reasons ? "List.Wrong" : "List.Arrived", language, error.Label, error.Text, arrived);
}

/// <summary>A person whom nobody has decided about.</summary>
/// <param name="Address">The page on which that is done.</param>
/// <param name="Name">As the file says it.</param>
/// <param name="BirthDate">Null when the file says none that there is.</param>
/// <param name="Reasons">In words.</param>
/// <param name="Wrong">What is wrong with what the file says, each with its field.</param>
/// <param name="ExpiresAt">When it is erased, if nobody decides.</param>
public sealed record SelectedPerson(string Address, string Name, DateOnly? BirthDate, IReadOnlyList<string> Reasons, IReadOnlyList<string> Wrong, DateTimeOffset ExpiresAt);
