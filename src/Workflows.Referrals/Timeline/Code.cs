using System.Text.Json;

namespace Workflows.Referrals.Timeline;

/// <summary>An enum's member as a code for the outside world: its camelCase name.</summary>
public static class Code
{
    /// <summary>The code of a member, such as <c>noShow</c>.</summary>
    /// <param name="member">The member.</param>
    /// <typeparam name="T">The enum.</typeparam>
    public static string Of<T>(T member)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(member.ToString());
}
