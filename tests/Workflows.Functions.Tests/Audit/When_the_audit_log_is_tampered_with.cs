using Azure;
using Azure.Data.Tables;
using Workflows.Functions.Audit;

namespace Workflows.Functions.Tests.Audit;

public sealed class When_the_audit_log_is_tampered_with : IAsyncLifetime
{
    AuditUnderTest audit = null!;

    TableClient Table => audit.Storage.Tables.Audit;

    public async Task InitializeAsync()
    {
        audit = await AuditUnderTest.CreateAsync();
        await audit.AppendAsync(5);
    }

    public Task DisposeAsync()
    {
        audit.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task As_it_was_written_it_holds()
    {
        var verdict = await audit.VerifyAsync();

        Assert.True(verdict.Holds);
        Assert.Equal(("2026-04", 6L), (verdict.Months.Single().Month, verdict.Months.Single().Entries));
    }

    [Theory]
    [InlineData(nameof(AuditEntry.Event), "list.read")]
    [InlineData(nameof(AuditEntry.Referral), "r2")]
    [InlineData(nameof(AuditEntry.Role), "Coordinator")]
    [InlineData(nameof(AuditEntry.User), "bram")]
    [InlineData(nameof(AuditEntry.Account), "oid")]
    [InlineData(nameof(AuditEntry.OnBehalfOf), "bram")]
    [InlineData(nameof(AuditEntry.Ground), "own-organisation")]
    [InlineData(nameof(AuditEntry.Refusal), "role")]
    public async Task A_field_that_was_changed_is_found(string field, string value)
    {
        await ChangeAsync(3, row => row[field] = value);

        await BreaksAsync(3, AuditFault.Changed);
    }

    [Fact]
    public async Task A_moment_that_was_changed_is_found()
    {
        await ChangeAsync(3, row => row[nameof(AuditEntry.At)] = TestStorage.Monday.AddMilliseconds(1));

        await BreaksAsync(3, AuditFault.Changed);
    }

    [Fact]
    public async Task A_field_that_was_changed_together_with_its_hash_is_found()
    {
        await ChangeAsync(3, row =>
        {
            row[nameof(AuditEntry.User)] = "bram";
            row[AuditRows.Hash] = AuditChain.HashOf(row.PartitionKey, 3, row.GetString(AuditRows.Previous), AuditRows.Read(row));
        });

        await BreaksAsync(3, AuditFault.Rewritten);
    }

    [Fact]
    public async Task A_chain_that_was_rebuilt_to_its_end_is_found_because_only_the_app_can_seal_one()
    {
        var previous = "";
        for (var sequence = 1; sequence <= 6; sequence++)
        {
            var entry = AuditRows.Read(await RowAsync(AuditRows.Key(sequence))) with { User = "bram" };
            var hash = AuditChain.HashOf(AuditUnderTest.April.Partition, sequence, previous, entry);
            foreach (var row in AuditRows.Of(AuditUnderTest.April.Partition, sequence, entry, previous, hash))
            {
                await Table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
            }

            previous = hash;
        }

        await BreaksAsync(6, AuditFault.Rewritten);

        var head = await RowAsync(AuditRows.Head);
        head[AuditRows.Hash] = previous;
        await Table.UpdateEntityAsync(head, ETag.All, TableUpdateMode.Replace);

        await BreaksAsync(6, AuditFault.Forged);
    }

    [Fact]
    public async Task A_row_that_was_taken_out_of_the_middle_is_found()
    {
        await RemoveAsync(4);

        await BreaksAsync(4, AuditFault.Missing);
    }

    [Fact]
    public async Task Rows_that_were_swapped_are_found()
    {
        var (three, four) = (await RowAsync(AuditRows.Key(3)), await RowAsync(AuditRows.Key(4)));
        (three.RowKey, four.RowKey) = (four.RowKey, three.RowKey);
        await Table.UpdateEntityAsync(three, ETag.All, TableUpdateMode.Replace);
        await Table.UpdateEntityAsync(four, ETag.All, TableUpdateMode.Replace);

        await BreaksAsync(3, AuditFault.Changed);
    }

    [Fact]
    public async Task A_tail_that_was_cut_off_is_found()
    {
        await RemoveAsync(6);

        await BreaksAsync(6, AuditFault.Missing);
    }

    [Fact]
    public async Task A_tail_that_was_cut_off_is_found_also_when_an_old_head_was_put_back()
    {
        var old = await RowAsync(AuditRows.Head);
        await audit.AppendAsync(2);
        await RemoveAsync(7);
        await RemoveAsync(8);
        await Table.UpdateEntityAsync(old, ETag.All, TableUpdateMode.Replace);

        await BreaksAsync(7, AuditFault.Missing);
    }

    [Fact]
    public async Task A_row_that_was_put_behind_the_end_is_found()
    {
        var entry = audit.Read();
        var head = AuditHead.Read(AuditUnderTest.April, await RowAsync(AuditRows.Head));
        var hash = AuditChain.HashOf(AuditUnderTest.April.Partition, 7, head.Hash, entry);
        await Table.AddEntityAsync(AuditRows.Of(AuditUnderTest.April.Partition, 7, entry, head.Hash, hash).First());

        await BreaksAsync(7, AuditFault.BehindTheEnd);
    }

    [Fact]
    public async Task A_copy_that_was_changed_or_removed_is_found()
    {
        var copy = AuditRows.CopiesOf("r1").From + AuditRows.Key(4);
        var row = await RowAsync(copy);
        row[nameof(AuditEntry.User)] = "bram";
        await Table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);

        await BreaksAsync(4, AuditFault.CopyDiffers);

        await Table.DeleteEntityAsync(row.PartitionKey, copy, ETag.All);
        await BreaksAsync(4, AuditFault.CopyDiffers);
    }

    [Theory]
    [InlineData("2026-04", true)]
    [InlineData("2026-04", false)]
    [InlineData("2026-05", true)]
    [InlineData("2026-05", false)]
    [InlineData("2026-06", true)]
    [InlineData("2026-06", false)]
    public async Task A_month_that_was_dropped_is_found_also_without_its_name(string dropped, bool nameToo)
    {
        foreach (var month in (int[])[5, 6])
        {
            audit.Storage.Clock.Now = new(2026, month, 4, 10, 0, 0, TimeSpan.Zero);
            await audit.AppendAsync(2);
        }

        Assert.Equal(["2026-04", "2026-05", "2026-06"], (await audit.VerifyAsync()).Months.Select(month => month.Month));
        await foreach (var row in audit.Table.RowsAsync(new(AuditUnderTest.Chain, dropped)))
        {
            await Table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All);
        }

        if (nameToo)
        {
            await Table.DeleteEntityAsync(AuditRows.Months(AuditUnderTest.Chain), dropped, ETag.All);
        }

        Assert.Equal(new AuditBreak(dropped, 1, AuditFault.Missing), (await audit.VerifyAsync()).Broken);
    }

    [Fact]
    public async Task A_former_month_that_was_cut_and_sealed_as_it_once_was_is_found_by_the_month_after_it()
    {
        var (head, note) = (await RowAsync(AuditRows.Head), await NoteAsync());
        await audit.AppendAsync(1);
        audit.Storage.Clock.Now = new(2026, 5, 4, 10, 0, 0, TimeSpan.Zero);
        await audit.AppendAsync(1);

        await RemoveAsync(7);
        await Table.UpdateEntityAsync(head, ETag.All, TableUpdateMode.Replace);
        await Table.UpdateEntityAsync(note, ETag.All, TableUpdateMode.Replace);

        await BreaksAsync(6, AuditFault.Rewritten);
    }

    async Task BreaksAsync(long sequence, AuditFault why)
    {
        var verdict = await audit.VerifyAsync();
        Assert.False(verdict.Holds);
        Assert.Equal(new AuditBreak("2026-04", sequence, why), verdict.Broken);
    }

    async Task ChangeAsync(long sequence, Action<TableEntity> change)
    {
        var row = await RowAsync(AuditRows.Key(sequence));
        change(row);
        await Table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
    }

    async Task RemoveAsync(long sequence)
    {
        await Table.DeleteEntityAsync(AuditUnderTest.April.Partition, AuditRows.Key(sequence), ETag.All);
        await Table.DeleteEntityAsync(AuditUnderTest.April.Partition, AuditRows.CopiesOf("r1").From + AuditRows.Key(sequence), ETag.All);
    }

    async Task<TableEntity> RowAsync(string key) => await Table.GetEntityAsync<TableEntity>(AuditUnderTest.April.Partition, key);

    async Task<TableEntity> NoteAsync() => await Table.GetEntityAsync<TableEntity>(AuditRows.Months(AuditUnderTest.Chain), AuditUnderTest.April.Name);
}
