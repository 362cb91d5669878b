namespace LocalRuntime.DurableTask.Instances;

/// <summary>Ids that nobody else has, from a source of chance that a test may choose.</summary>
static class RandomIds
{
    /// <summary>32 hexadecimal digits.</summary>
    public static string Next(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
