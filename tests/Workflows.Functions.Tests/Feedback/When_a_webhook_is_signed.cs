using System.Text;
using Workflows.Functions.Feedback;

namespace Workflows.Functions.Tests.Feedback;

public sealed class When_a_webhook_is_signed
{
    /// <summary>The published example of Standard Webhooks: every receiver's library knows it.</summary>
    const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    static string Sign(params string[] secrets) =>
        WebhookSignature.Of("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, Encoding.UTF8.GetBytes("""{"test": 2432232314}"""), secrets);

    [Fact]
    public void It_is_what_the_standard_says() => Assert.Equal(Signature, Sign(Secret));

    [Fact]
    public void Two_secrets_give_two_signatures_while_they_are_rotated()
    {
        var both = Sign("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", Secret).Split(' ');

        Assert.Equal(2, both.Length);
        Assert.NotEqual(Signature, both[0]);
        Assert.Equal(Signature, both[1]);
    }

    [Fact]
    public void A_secret_of_another_form_is_refused() => Assert.Throws<FormatException>(() => Sign("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
}
