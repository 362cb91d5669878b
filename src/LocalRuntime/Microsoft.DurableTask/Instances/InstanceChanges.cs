namespace LocalRuntime.DurableTask.Instances;

/// <summary>Which parts of an instance differ from its stored row.</summary>
sealed class InstanceChanges
{
    /// <summary>Whether the row is there.</summary>
    public bool IsStored { get; set; }

    /// <summary>Whether the row is written anew as a whole.</summary>
    public bool IsRewrite { get; set; }

    public bool CustomStatus { get; set; }

    public bool Inbox { get; set; }

    /// <summary>How many of the instance's episodes are in the row.</summary>
    public int StoredEpisodes { get; set; }

    /// <summary>Numbers of history pages that nothing refers to any more.</summary>
    public List<int> ObsoletePages { get; } = [];

    /// <summary>All of it is on its way to storage.</summary>
    public void Clear(int episodes)
    {
        (IsStored, IsRewrite, CustomStatus, Inbox) = (true, false, false, false);
        StoredEpisodes = episodes;
        ObsoletePages.Clear();
    }
}
