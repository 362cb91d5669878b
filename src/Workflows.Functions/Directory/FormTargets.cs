namespace Workflows.Functions.Directory;

/// <summary>The fields of a submission that a form can fill, and what they hold. The organisation is the form's own.</summary>
static class FormTargets
{
    static readonly Dictionary<string, FormTarget> Kinds = new()
    {
        ["/practice"] = FormTarget.Text,
        ["/reference"] = FormTarget.Text,
        ["/referrer/name"] = FormTarget.Text,
        ["/referrer/role"] = FormTarget.Text,
        ["/referrer/email"] = FormTarget.Text,
        ["/referrer/phone"] = FormTarget.Phone,
        ["/client/givenName"] = FormTarget.Text,
        ["/client/familyName"] = FormTarget.Text,
        ["/client/birthDate"] = FormTarget.Date,
        ["/client/phone"] = FormTarget.Phone,
        ["/client/email"] = FormTarget.Text,
        ["/client/postalCode"] = FormTarget.Text,
        ["/client/language"] = FormTarget.Text,
        ["/client/preferredContact"] = FormTarget.Text,
        ["/reasons"] = FormTarget.Reasons,
        ["/question"] = FormTarget.Lines,
        ["/handover/preference"] = FormTarget.Text,
        ["/consent/ground"] = FormTarget.Text,
        ["/consent/recordedAt"] = FormTarget.Moment,
        ["/consent/shareContentWithReferrer"] = FormTarget.Flag,
    };

    /// <summary>Without these no submission is right.</summary>
    static readonly string[] Required =
    [
        "/referrer/name", "/referrer/role", "/client/givenName", "/client/familyName", "/client/birthDate", "/reasons",
        "/consent/ground", "/consent/recordedAt", "/consent/shareContentWithReferrer",
    ];

    public static bool IsKnown(string pointer) => Kinds.ContainsKey(pointer);

    public static FormTarget KindOf(string pointer) => Kinds[pointer];

    /// <summary>What a form leaves out that every submission needs.</summary>
    public static IEnumerable<string> MissingIn(FormSource form) =>
        Required.Concat(form.Practice is null ? ["/practice"] : []).Except(form.Fields.Select(field => field.To));
}

/// <summary>What a field of a submission holds.</summary>
enum FormTarget
{
    Text,

    /// <summary>Several answers, each on lines of its own.</summary>
    Lines,
    Phone,
    Date,
    Moment,
    Flag,

    /// <summary>ICPC-1 codes, one per answer or separated by commas or spaces.</summary>
    Reasons,
}
