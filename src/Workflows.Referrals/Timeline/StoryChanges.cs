namespace Workflows.Referrals.Timeline;

/// <summary>A client or worker told how it was, and agreed that others read it without names.</summary>
/// <param name="Story">The story's id.</param>
/// <param name="Text">Dossier section of its words.</param>
public sealed record StoryShared(string Story, string Text) : Change;

/// <summary>The coordinator found that nobody can be recognised by the story.</summary>
/// <param name="Story">The story's id.</param>
public sealed record StoryApproved(string Story) : Change;

/// <summary>The story was taken back, or went with the consent.</summary>
/// <param name="Story">The story's id.</param>
public sealed record StoryWithdrawn(string Story) : Change;
