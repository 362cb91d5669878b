namespace Workflows.EndToEnd.Tests.Outages;

/// <summary>What is wrong with a system that the app calls.</summary>
enum Trouble
{
    /// <summary>It cuts every connection before it has looked at anything.</summary>
    Down,

    /// <summary>It answers that there were too many requests.</summary>
    TooMany,

    /// <summary>It answers 500.</summary>
    Broken,

    /// <summary>It answers what nobody understands.</summary>
    Garbage,

    /// <summary>It takes what it was sent, and cuts the connection before it has said so.</summary>
    CutAfterwards,
}
