namespace Workflows.Referrals.Vocabulary;

/// <summary>Two words that go together, by id.</summary>
sealed record Link(string From, string To, string Source);
