using System.Text.RegularExpressions;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Intake;

/// <summary>The forms of the texts that only a submission has.</summary>
static partial class IntakeFormats
{
    public static readonly FieldFormat CodeSystem = new(CodeSystemPattern().IsMatch, IntakeRules.CodeSystemMalformed);

    /// <summary>Any system's code: an unmapped one is kept as it is, never dropped.</summary>
    public static readonly FieldFormat Code = new(text => text.Length <= 20 && CodePattern().IsMatch(text), IntakeRules.CodeMalformed);

    /// <summary>A letter and two digits, with the sub-title that Dutch systems add.</summary>
    public static readonly FieldFormat Icpc = new(IcpcPattern().IsMatch, IntakeRules.IcpcMalformed);

    public static readonly FieldFormat Reference = new(ReferencePattern().IsMatch, IntakeRules.ReferenceMalformed);

    [GeneratedRegex(@"\A(?=.{1,40}\z)[a-z0-9]+([.-][a-z0-9]+)*\z")]
    private static partial Regex CodeSystemPattern();

    [GeneratedRegex(@"\A[A-Za-z0-9]+([.-][A-Za-z0-9]+)*\z")]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"\A[A-Z][0-9]{2}(\.[0-9]{2})?\z")]
    private static partial Regex IcpcPattern();

    [GeneratedRegex(@"\A[A-Za-z0-9._:-]{1,64}\z")]
    private static partial Regex ReferencePattern();
}
