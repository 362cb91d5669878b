using Workflows.Functions.Directory;
using Workflows.Functions.Security;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Security;

public sealed class Whose_a_referral_is
{
    static readonly DateOnly Working = new(2026, 4, 13);
    static readonly DateOnly OnHoliday = new(2026, 7, 6);

    /// <summary>Anna is away in the first week of July; Bram stands in.</summary>
    static readonly Organisation Zuid = new(
        "welzijn-zuid", "Zuid", [],
        [Employee("anna", new Workflows.Referrals.Matching.Absence(new(2026, 7, 1), new(2026, 7, 7), "bram")), Employee("bram"), Employee("carla"), Employee("cora")],
        [], [], []);

    static readonly Referral OfAnna = Referral.Submit("r1", new("welzijn-zuid", "01999901", Pathway.Default, true, HandoverForm.InPerson)) with
    {
        Worker = "anna",
        Offer = OfferState.None with { Asked = ["carla", "anna"] },
    };

    static readonly Referral OfferedToAnna = OfAnna with { Worker = null, Offer = OfferState.None with { Asked = ["carla", "anna"], Worker = "anna" } };

    public static TheoryData<string, bool, bool> Callers => new()
    {
        { "worker anna welzijn-zuid", true, true },
        { "worker bram welzijn-zuid", false, false },
        { "worker carla welzijn-zuid", true, false },          // asked before: is told that the offer has moved on, reads nothing personal
        { "worker anna buurtwerk-noord", false, false },       // the same id elsewhere
        { "coordinator cora welzijn-zuid", true, true },
        { "coordinator coen buurtwerk-noord", false, false },
        { "referrer 01999901", true, true },
        { "referrer 01999902", false, false },
        { "system form 01999901", true, false },
        { "system form 01999902", false, false },
        { "client r1", true, true },
        { "client r2", false, false },
        { "funder gemeente", false, false },
        { "administrator admin", false, false },
    };

    [Theory]
    [MemberData(nameof(Callers))]
    public void It_exists_for_those_whom_it_concerns_and_its_person_for_fewer(string who, bool sees, bool seesPerson)
    {
        Assert.Equal(sees, ReferralAccess.Sees(Called(who), OfAnna, Zuid, Working));
        Assert.Equal(seesPerson, ReferralAccess.SeesPerson(Called(who), OfAnna, Zuid, Working));
        Assert.Equal(sees, ReferralAccess.Sees(Called(who), OfferedToAnna, Zuid, Working));
        Assert.Equal(seesPerson, ReferralAccess.SeesPerson(Called(who), OfferedToAnna, Zuid, Working));
    }

    [Fact]
    public void A_deputy_has_it_while_the_worker_is_away_and_acts_on_the_workers_behalf()
    {
        var bram = Called("worker bram welzijn-zuid");

        Assert.True(ReferralAccess.SeesPerson(bram, OfAnna, Zuid, OnHoliday));
        Assert.Equal("anna", ReferralAccess.OnBehalfOf(bram, OfAnna, Zuid, OnHoliday));
        Assert.Null(ReferralAccess.OnBehalfOf(bram, OfAnna, Zuid, Working));
        Assert.Null(ReferralAccess.OnBehalfOf(Called("worker anna welzijn-zuid"), OfAnna, Zuid, Working));
        Assert.Null(ReferralAccess.OnBehalfOf(Called("worker carla welzijn-zuid"), OfAnna, Zuid, OnHoliday));
    }

    [Fact]
    public void On_a_timeline_a_practice_acts_as_one()
    {
        var gp = new Caller(CallerKind.Person, Role.Referrer, "oid-of-the-gp", Practice: "01999901");

        Assert.Equal(new Actor(Role.Referrer, "01999901"), gp.Acting());
        Assert.Equal("referrer!01999901", gp.Key);
        Assert.Equal("worker!welzijn-zuid!anna", Called("worker anna welzijn-zuid").Key);
        Assert.Equal("system!form", Called("system form 01999901").Key);
    }

    static Caller Called(string who) => who.Split(' ') switch
    {
        ["referrer", var practice] => new(CallerKind.Person, Role.Referrer, "oid", Practice: practice),
        ["system", var id, var practice] => new(CallerKind.System, Role.System, id, Practice: practice),
        [var role, var id, var organisation] => new(CallerKind.Person, Enum.Parse<Role>(role, ignoreCase: true), id, organisation),
        [var role, var id] => new(CallerKind.Person, Enum.Parse<Role>(role, ignoreCase: true), id),
        _ => throw new ArgumentException(who),
    };

    static Worker Employee(string id, params Workflows.Referrals.Matching.Absence[] absences) =>
        new(id, id, $"{id}@zuid.example", null, WorkerRole.Worker, null, [], [], 10, [.. absences]);
}
