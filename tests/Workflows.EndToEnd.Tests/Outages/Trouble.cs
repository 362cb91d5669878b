namespace Workflows.EndToEnd.Tests.Outages;

/// <summary>What is wrong with a system that the app calls.</summary>
enum Trouble
{
    /// <summary>A gateway answers in its place that it is not there.</summary>
    Down,

    /// <summary>It answers that there were too many requests.</summary>
    TooMany,

    /// <summary>It answers 500.</summary>
    Broken,

    /// <summary>It answers what nobody understands.</summary>
    Garbage,

    /// <summary>It does not answer before the app has given up, and has not looked at anything.</summary>
    Slow,

    /// <summary>It cuts every connection before it has looked at anything.</summary>
    CutBefore,

    /// <summary>It takes what it was sent, and cuts the connection in the middle of its answer.</summary>
    CutHalfWay,

    /// <summary>It takes what it was sent, and cuts the connection before it has said so.</summary>
    CutAfterwards,
}

/// <summary>What follows from a trouble.</summary>
static class TroubleExtensions
{
    extension(Trouble trouble)
    {
        /// <summary>Whether what was sent arrived all the same.</summary>
        public bool Takes => trouble is Trouble.CutHalfWay or Trouble.CutAfterwards;

        /// <summary>Whether the sender knows for certain that nothing arrived.</summary>
        public bool IsClear => trouble is Trouble.Down or Trouble.TooMany;
    }
}
