using System.Globalization;
using Microsoft.AspNetCore.Http;
using Workflows.Functions.Audit;
using Workflows.Functions.Intake.Waiting;

namespace Workflows.Functions.Pages.Selections;

/// <summary>Where the pages of selections stand, and what one tells the next: never anything about a person.</summary>
static class SelectionAddress
{
    /// <summary>The referral whose referrer refers the next one too.</summary>
    public const string LikeQuery = "zoals";

    const string List = "/praktijk/selecties";

    /// <summary>What was just decided.</summary>
    const string DecidedQuery = "gedaan";

    /// <summary>The page of a person.</summary>
    public static string Of(WaitingRow row) => string.Create(CultureInfo.InvariantCulture, $"{List}/{row.Source}/{row.Place.Number}");

    /// <summary>The page that tells what was decided.</summary>
    /// <param name="what">What.</param>
    /// <param name="next">The person to go on with; null for the list.</param>
    /// <param name="like">The id of a referral whose referrer refers the next one too; null for none.</param>
    public static SeeOther Decided(string what, WaitingRow? next = null, string? like = null) =>
        new($"{(next is null ? List : Of(next))}?{DecidedQuery}={what}{(AuditTrail.IdOf(like) is { } id ? $"&{LikeQuery}={id}" : "")}");

    /// <summary>In words; null when nothing was decided.</summary>
    public static string? Done(HttpRequest request) =>
        request.Query[DecidedQuery].ToString() is { Length: > 0 } what ? PageTexts.Find(typeof(SelectedPage), $"Done.{what}", LanguageOfPages.Of(request)) : null;

    /// <summary>The referral whose referrer is to be taken over; null when none is named.</summary>
    public static string? Like(HttpRequest request) => AuditTrail.IdOf(request.Query[LikeQuery].ToString());

    /// <summary>What follows an address that is to keep it.</summary>
    public static string WithLike(HttpRequest request) => Like(request) is { } like ? $"?{LikeQuery}={like}" : "";
}
