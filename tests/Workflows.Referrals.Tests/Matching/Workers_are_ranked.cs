using FsCheck;
using FsCheck.Fluent;
using Workflows.Referrals.Matching;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Matching;

public sealed class Workers_are_ranked
{
    static readonly DateOnly Monday = new(2026, 4, 13);
    static readonly Wish Wish = new("3011", ["grief", "contact"], Monday);

    static Candidate Worker(string id, bool paired = false, string area = "3099", ValueList<string>? themes = null, int room = 5, ValueList<Absence>? absences = null) =>
        new(id, paired, [area], themes ?? [], Capacity: 20, Caseload: 20 - room, absences ?? []);

    static ValueList<string> Order(params Candidate[] candidates) => [.. Ranking.Of([.. candidates], Wish).Select(ranked => ranked.Worker)];

    [Fact]
    public void By_existing_pairing_with_this_referrer_then_neighbourhood_then_theme_then_free_capacity() =>
        Assert.Equal(
            ["paired", "near", "both-themes", "one-theme", "room", "little-room"],
            Order(
                Worker("little-room", room: 1),
                Worker("room", room: 19),
                Worker("one-theme", themes: ["grief"], room: 1),
                Worker("both-themes", themes: ["contact", "grief"], room: 1),
                Worker("near", area: "3011", room: 1),
                Worker("paired", paired: true, room: 1)));

    [Fact]
    public void With_ties_broken_deterministically() => Assert.Equal(["anna", "bram", "carla"], Order(Worker("carla"), Worker("anna"), Worker("bram")));

    [Fact]
    public void With_labels_that_say_why_and_hold_no_values() =>
        Assert.Equal(
            [new("anna", ["paired", "neighbourhood", "theme", "free-capacity"]), new("bram", ["free-capacity"])],
            Ranking.Of([Worker("bram"), Worker("anna", paired: true, area: "3011", themes: ["grief"])], Wish));

    [Fact]
    public void Without_those_who_have_no_room() => Assert.Equal(["bram"], Order(Worker("anna", paired: true, room: 0), Worker("bram"), Worker("carla", room: -3)));

    [Fact]
    public void With_the_deputy_in_the_place_of_one_who_is_absent() =>
        Assert.Equal(
            [new("carla", ["free-capacity", "deputy"]), new("bram", ["neighbourhood", "free-capacity"])],
            Ranking.Of([Worker("anna", paired: true, absences: [new(Monday, Monday, "carla")]), Worker("bram", area: "3011"), Worker("carla")], Wish));

    [Fact]
    public void Without_one_who_is_absent_and_has_no_deputy() =>
        Assert.Equal(["bram"], Order(Worker("anna", paired: true, absences: [new(Monday.AddDays(-3), Until: null, Deputy: null)]), Worker("bram")));

    [Fact]
    public void With_one_who_is_back() =>
        Assert.Equal(["anna", "bram"], Order(Worker("anna", paired: true, absences: [new(Monday.AddDays(-3), Monday.AddDays(-1), "bram"), new(Monday.AddDays(1), null, "bram")]), Worker("bram")));

    [Fact]
    public void Without_a_neighbourhood_when_the_client_has_none_known() =>
        Assert.Equal([new("anna", ["free-capacity"])], Ranking.Of([Worker("anna", area: "3011")], Wish with { Area = null }));

    [Fact]
    public void The_same_in_whatever_order_they_come_and_each_at_most_once()
    {
        var names = new[] { "anna", "bram", "carla", "dirk", "els", "fleur" };
        var absence = from first in Gen.Choose(-2, 2)
                      from days in Gen.Choose(0, 3)
                      from deputy in Gen.Elements([.. names, null])
                      select new Absence(Monday.AddDays(first), Monday.AddDays(first + days), deputy);
        Gen<Candidate> Named(string name) =>
            from paired in Gen.Elements(true, false)
            from area in Gen.Elements("3011", "3012")
            from themes in Gen.SubListOf("grief", "contact", "work")
            from room in Gen.Choose(0, 3)
            from absences in absence.ListOf(2)
            select Worker(name, paired, area, [.. themes], room, [.. absences]);
        var team = names.Select(Named).Aggregate(
            Gen.Constant(ValueList.Of<Candidate>([])), (team, next) => from others in team from one in next select others.Add(one));

        Prop.ForAll(team.ToArbitrary(), Gen.Shuffle(Enumerable.Range(0, names.Length)).ToArbitrary(), (workers, order) =>
        {
            var ranked = Ranking.Of(workers, Wish);
            return ranked == Ranking.Of([.. order.Select(i => workers[i])], Wish)
                && ranked.Select(one => one.Worker).Distinct().Count() == ranked.Count
                && ranked.All(one => workers.Single(worker => worker.Worker == one.Worker) is { FreePlaces: > 0 } worker && worker.AbsenceOn(Monday) is null);
        }).QuickCheckThrowOnFailure();
    }
}
