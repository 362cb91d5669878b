using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Directory;
using Workflows.Functions.Security;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Security;

public sealed class When_a_function_is_called
{
    [Fact]
    public void Every_http_function_says_who_may_call_it()
    {
        var withoutPolicy = HttpFunctions.All.Select(function => function.Name).Except(Access.Policies.Keys);

        Assert.NotEmpty(HttpFunctions.All);
        Assert.Empty(withoutPolicy);
    }

    [Fact]
    public void None_asks_for_a_key_of_the_host_beside_ours() =>
        Assert.All(HttpFunctions.All, function => Assert.Equal(AuthorizationLevel.Anonymous, function.Trigger.AuthLevel));

    [Fact]
    public void A_function_that_does_not_say_who_may_call_it_answers_nobody() =>
        Assert.Throws<InvalidOperationException>(() => Access.Refuses("Forgotten", new Caller(CallerKind.Person, Role.Administrator, "admin")));

    [Fact]
    public void Who_is_unknown_is_asked_to_prove_who_they_are() => Assert.Equal(401, Access.Refuses("GetReferral", null)?.Kind.Status);

    [Fact]
    public void Only_health_contract_the_links_of_messages_the_front_door_the_sign_in_the_clients_door_and_the_referral_form_answer_everybody_and_what_is_signed_is_let_in_to_prove_it() =>
        Assert.Equal(
            [
                "AskForCode", "AskForDigits", "AskForReferral", "ConfirmReferral", "EnterCode", "GetAsset", "GetCalendar", "GetHealth", "GetLiveness", "GetOpenApi", "Home", "LeaveMine", "OpenLink", "OpenShortLink",
                "SendGridEvents", "SendReferral", "ShowDoor", "ShowDoorOfMessage", "ShowLetterOfSent", "SignIn", "SignInLocally", "SignOut", "TakeForm", "TwilioStatus",
            ],
            Access.Policies.Where(policy => policy.Value.IsPublic).Select(policy => policy.Key).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(Role.Funder)]
    [InlineData(Role.Administrator)]
    public void Who_may_not_see_persons_gets_at_no_referral(Role role)
    {
        var caller = new Caller(CallerKind.Person, role, "somebody");

        foreach (var function in (string[])["SubmitReferral", "GetReferral", "GetTimeline", "GetClient", "ListReferrals", "GiveCommand", "GetMessages", "PostMessage"])
        {
            Assert.Equal(403, Access.Refuses(function, caller)?.Kind.Status);
        }
    }

    [Theory]
    [InlineData(Role.Administrator, null)]
    [InlineData(Role.Coordinator, 403)]
    [InlineData(Role.Worker, 403)]
    [InlineData(Role.Referrer, 403)]
    [InlineData(Role.System, 403)]
    public void Only_an_administrator_imports_a_directory_and_sees_to_dead_letters(Role role, int? refused)
    {
        foreach (var function in (string[])["PutDirectory", "ListDeadLetters", "ResubmitDeadLetter", "DropDeadLetter", "LiftSuppression"])
        {
            Assert.Equal(refused, Access.Refuses(function, new Caller(CallerKind.Person, role, "somebody"))?.Kind.Status);
        }
    }

    [Fact]
    public void A_source_submits_within_its_scope()
    {
        var practice = new Caller(CallerKind.System, Role.System, "form", Practice: "01999901");
        var organisation = new Caller(CallerKind.System, Role.System, "portal", Organisation: "welzijn-zuid");

        Assert.True(Access.MaySubmit(practice, "welzijn-zuid", "01999901"));
        Assert.False(Access.MaySubmit(practice, "welzijn-zuid", "01999902"));
        Assert.True(Access.MaySubmit(organisation, "welzijn-zuid", "01999902"));
        Assert.False(Access.MaySubmit(organisation, "buurtwerk-noord", "01999902"));
    }

    [Fact]
    public void Nobody_but_the_administrator_reaches_another_organisation()
    {
        Assert.True(Access.ReachesOrganisation(new(CallerKind.Person, Role.Coordinator, "cora", "welzijn-zuid"), "welzijn-zuid"));
        Assert.False(Access.ReachesOrganisation(new(CallerKind.Person, Role.Coordinator, "cora", "welzijn-zuid"), "buurtwerk-noord"));
        Assert.True(Access.ReachesOrganisation(new(CallerKind.Person, Role.Administrator, "admin"), "buurtwerk-noord"));
    }
}
