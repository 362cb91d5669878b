using Workflows.Functions.Tests.Intake;

namespace Workflows.Functions.Tests.Referrals;

public sealed class When_a_referral_was_submitted_just_now(WholeApp app) : IClassFixture<WholeApp>
{
    [Fact]
    public async Task It_is_at_the_address_that_was_answered()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
        {
            var submission = Submitted.Body;
            submission["client"]!["familyName"] = $"Jansen {(char)('a' + number)}";
            var submitted = await app.CallAsync("referrer/01999901", "POST", "/api/referrals", submission);
            return (await app.CallAsync("referrer/01999901", "GET", $"{submitted.Message.Headers.Location}")).Status;
        }));

        Assert.All(answers, status => Assert.Equal(200, status));
    }
}
