using System.Reflection;

namespace Workflows.Referrals.Tests.Domain;

/// <summary>Holds the table to the tests: a test that is renamed or goes away leaves its rule without proof.</summary>
public sealed class Every_rule
{
    static readonly HashSet<string> Tests =
    [
        .. from type in typeof(Every_rule).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           where method.GetCustomAttribute<FactAttribute>() is { Skip: null }
           select $"{type.Name}.{method.Name}",
    ];

    public static TheoryData<string> All => [.. Rules.All.Select(rule => rule.ToString())];

    [Theory, MemberData(nameof(All))]
    public void Is_proved_by_a_test_that_exists(string rule)
    {
        var tests = Rules.All.Single(one => one.ToString() == rule).Tests;

        Assert.NotEmpty(tests);
        Assert.All(tests, test => Assert.Contains(test, Tests));
    }

    [Fact]
    public void Stands_in_the_table_once() => Assert.Distinct(Rules.All.Select(rule => rule.Says));
}
