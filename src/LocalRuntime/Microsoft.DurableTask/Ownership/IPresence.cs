namespace LocalRuntime.DurableTask.Ownership;

/// <summary>The edge to the other processes: how one learns that the owner of a task hub is gone, without a request to storage.</summary>
interface IPresence
{
    /// <summary>Makes itself known as the owner of this id and gives the address under which others find it.</summary>
    string Announce(string owner);

    /// <summary>Waits until the owner of this id at that address is gone; returns at once when it is.</summary>
    Task WaitUntilGoneAsync(string owner, string address, CancellationToken cancellation);

    /// <summary>Is no owner any more.</summary>
    void Withdraw();
}
