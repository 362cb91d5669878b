using Workflows.Functions.Clients;
using Workflows.Functions.Tests.Storage;

namespace Workflows.Functions.Tests.Clients;

public sealed class An_access_code : IAsyncLifetime
{
    TestStorage storage = null!;
    AccessCodes codes = null!;

    public async Task InitializeAsync()
    {
        storage = await TestStorage.CreateAsync();
        codes = new(storage.Tables, storage.Hash);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Is_the_same_however_often_the_letter_is_printed_and_stands_for_one_referral()
    {
        var code = await codes.OfAsync("r1");

        Assert.Equal(code, await codes.OfAsync("r1"));
        Assert.NotEqual(code, await codes.OfAsync("r2"));
        Assert.Equal("r1", await codes.FindAsync(await codes.LookupAsync(code)));
        Assert.Null(await codes.FindAsync(await codes.LookupAsync(AccessCode.Of(1))));
    }

    [Fact]
    public async Task Of_two_that_are_the_same_the_second_is_another()
    {
        var code = await codes.OfAsync("r1");
        var row = await storage.Tables.Submissions.GetEntityAsync<Azure.Data.Tables.TableEntity>("access!codes", await codes.LookupAsync(code));
        row.Value["Referral"] = "r0";   // as if another had hashed to it first
        await storage.Tables.Submissions.UpdateEntityAsync(row.Value, row.Value.ETag);

        var other = await codes.OfAsync("r1");
        Assert.NotEqual(code, other);
        Assert.Equal("r1", await codes.FindAsync(await codes.LookupAsync(other)));
    }

    [Fact]
    public async Task Stands_in_no_table_and_for_nobody_once_the_data_are_erased()
    {
        var code = await codes.OfAsync("r1");
        Assert.DoesNotContain(await storage.Tables.Submissions.QueryAsync<Azure.Data.Tables.TableEntity>().ToListAsync(), row => row.Values().Any(value => value.Contains(code, StringComparison.Ordinal)));

        await storage.Erasure.EraseAsync("r1");

        Assert.Null(await codes.FindAsync(await codes.LookupAsync(code)));
        Assert.Empty(await storage.Tables.Submissions.QueryAsync<Azure.Data.Tables.TableEntity>().ToListAsync());
    }

    [Fact]
    public void Is_twelve_digits_of_which_the_last_tells_a_slip_of_the_finger()
    {
        var code = AccessCode.Of(79_927_398_711);   // the example of the standard that the check digit follows, with one digit more

        Assert.Equal(code, AccessCode.Read(code));
        Assert.All(Enumerable.Range(0, code.Length), place => Assert.Null(AccessCode.Read(code[..place] + (char)('0' + (code[place] - '0' + 1) % 10) + code[(place + 1)..])));
        Assert.Equal(code, AccessCode.Read($" {AccessCode.Shown(code)} "));
        Assert.Equal(code, AccessCode.Read(AccessCode.Shown(code).Replace(' ', '-')));
    }

    [Theory]
    [InlineData(0UL, "000000000000")]
    [InlineData(7_992_739_871UL, "079927398713")]
    public void Has_the_check_digit_of_the_standard(ulong number, string code) => Assert.Equal(code, AccessCode.Of(number));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("07992739871")]
    [InlineData("0799273987130")]
    [InlineData("0799 2739 871x")]
    [InlineData("٠٧٩٩٢٧٣٩٨٧١٣")]
    public void Is_nothing_else(string? typed) => Assert.Null(AccessCode.Read(typed));
}
