using Microsoft.AspNetCore.Http;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Intake;

/// <summary>What a sender hears of a referral that was accepted.</summary>
static class Receipt
{
    public static IResult Of(string referral)
    {
        var location = $"/api/referrals/{referral}";
        return Results.Accepted(location, new { id = referral, status = ReferralStatus.Received, statusUrl = location });
    }
}
