using Workflows.Functions.Problems;

namespace Workflows.Functions.Intake.Forms;

/// <summary>Why a form's submission is parked, besides what any submission can do wrong.</summary>
static class FormRules
{
    public static readonly FieldRule AnswerNotMapped = new("answer-not-mapped",
        "De instellingen van dit formulier zeggen niet wat dit antwoord betekent.", "The settings of this form do not say what this answer means.");

    public static readonly FieldRule ChangedAfterSubmission = new("changed-after-submission",
        "Onder dit nummer stuurde het formulier eerder iets anders. Dat is al ontvangen.", "Under this number the form sent something else before, which was received.");
}
