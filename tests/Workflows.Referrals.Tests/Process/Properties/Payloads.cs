using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process.Properties;

public sealed class Payloads
{
    static readonly JsonSerializerOptions[] Writings = [JsonSerializerOptions.Default, JsonSerializerOptions.Web, new() { IncludeFields = true }];

    [Fact]
    public void Of_an_orchestration_travel_unchanged() => Travel<Referral>();

    [Fact]
    public void Of_a_decision_travel_unchanged() => Travel<Decision>();

    [Fact]
    public void Of_a_command_travel_unchanged() => Travel<CommandEnvelope>();

    [Fact]
    public void Of_a_question_travel_unchanged() => Travel<Question>();

    [Fact]
    public void Of_an_answer_travel_unchanged() => Travel<Answer>();

    [Fact]
    public void Of_an_event_travel_unchanged() => Travel<ReferralEvent>();

    [Theory, InlineData(typeof(Change)), InlineData(typeof(ReferralCommand)), InlineData(typeof(Effect))]
    public void Of_every_kind_have_a_discriminator_of_their_own(Type type)
    {
        var kinds = type.Assembly.GetTypes().Where(kind => kind.BaseType == type);

        Assert.Equal(kinds.ToHashSet(), AnyValue.Kinds(type).ToHashSet());
        foreach (var kind in kinds)
        {
            var value = new AnyValue(new(7)).Of(kind);
            Assert.All(Writings, writing => Assert.Equal(value, JsonSerializer.Deserialize(JsonSerializer.Serialize(value, type, writing), type, writing)));
        }
    }

    static void Travel<T>() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var payload = new AnyValue(new(seed)).Of<T>();
            return Writings.All(writing => payload!.Equals(JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(payload, writing), writing)));
        }).QuickCheckThrowOnFailure();
}
