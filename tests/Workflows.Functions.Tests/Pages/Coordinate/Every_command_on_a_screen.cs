using Workflows.Functions.Pages.Cases;
using Workflows.Functions.Problems;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Pages.Coordinate;

public sealed class Every_command_on_a_screen
{
    /// <summary>They have a page of their own.</summary>
    static readonly string[] WithoutForm = ["record-measurement", "write-message"];

    static readonly Referral AnyReferral = Referral.Submit("r1", new("welzijn-zuid", "01999901", Pathway.Default, true, HandoverForm.Phone));

    public static TheoryData<string> OfWhoeverHasScreens => [.. Transitions.All.Where(line => line.By.Intersect([Role.Worker, Role.Coordinator, Role.Referrer]).Any()).Select(line => line.Name)];

    [Theory, MemberData(nameof(OfWhoeverHasScreens))]
    public void Stands_in_the_order_in_which_it_is_offered_and_has_a_form_or_a_page(string command)
    {
        Assert.Contains(command, CaseCommands.InOrder);
        Assert.Equal(!WithoutForm.Contains(command), CaseCommands.FieldsOf(command, AnyReferral, Language.Dutch) is not null);
    }

    [Theory, MemberData(nameof(OfWhoeverHasScreens))]
    public void Has_words_for_itself_for_what_it_asks_and_for_what_was_done(string command)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            Assert.NotNull(CommandTexts.Find($"Command.{command}", language));
            Assert.NotNull(CommandTexts.Find($"Done.{command}", language));
            Assert.All(CaseCommands.FieldsOf(command, AnyReferral, language) ?? [], field => Assert.NotNull(field.Fixed ?? CommandTexts.Label(command, field.Name, language)));
        }
    }

    [Fact]
    public void Is_one_that_the_transition_table_knows() =>
        Assert.Empty(CaseCommands.InOrder.Except(Transitions.All.Select(line => line.Name)));

    [Fact]
    public void That_fixes_a_field_fixes_one_that_is_asked_of_nobody() =>
        Assert.All(CaseCommands.InOrder.SelectMany(command => CaseCommands.FieldsOf(command, AnyReferral, Language.Dutch) ?? []), field => Assert.Equal(field.Kind == AskedFieldKind.Fixed, field.Fixed is not null));

    [Fact]
    public void Is_decided_on_where_the_referral_stands_and_with_whom_and_a_reminder_changes_nothing_about_that()
    {
        var waits = AnyReferral with { Status = ReferralStatus.AwaitingCoordinator };

        Assert.Equal(CaseCommands.BasisOf(waits), CaseCommands.BasisOf(waits with { Sequence = 9, Offer = waits.Offer with { CoordinatorRemindedAt = DateTimeOffset.UnixEpoch } }));
        Assert.NotEqual(CaseCommands.BasisOf(waits), CaseCommands.BasisOf(waits with { Worker = "anna" }));
        Assert.NotEqual(CaseCommands.BasisOf(waits), CaseCommands.BasisOf(waits with { Status = ReferralStatus.Rejected }));
        Assert.NotEqual(CaseCommands.BasisOf(waits), CaseCommands.BasisOf(waits with { StatusSince = DateTimeOffset.UnixEpoch }));
    }
}
