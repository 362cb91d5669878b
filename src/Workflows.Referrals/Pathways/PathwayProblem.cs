namespace Workflows.Referrals.Pathways;

/// <summary>What is wrong in a pathway file, and where.</summary>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Pointer">The place as a JSON pointer (RFC 6901); empty for the whole document.</param>
/// <param name="Code">A code of the kind of problem.</param>
/// <param name="Detail">What was wrong and what is accepted.</param>
public sealed record PathwayProblem(int Line, string Pointer, string Code, LocalText Detail)
{
    /// <summary>Line, pointer and detail on one line, in English.</summary>
    public override string ToString() => $"line {Line}, {(Pointer.Length == 0 ? "document" : Pointer)}: {Detail.En}";
}
