namespace Workflows.Referrals.Pathways;

/// <summary>A problem at a place, before the line is known.</summary>
sealed record Finding(string Pointer, string Code, LocalText Detail)
{
    public Finding(string pointer, string code, string nl, string en)
        : this(pointer, code, new LocalText(nl, en))
    {
    }
}
