using System.Globalization;
using Microsoft.AspNetCore.Http;
using Workflows.Functions.Intake.Waiting;

namespace Workflows.Functions.Pages.Selections;

/// <summary>Where the pages of selections stand, and what one tells the next: never anything about a person.</summary>
static class SelectionAddress
{
    /// <summary>The row whose referrer refers the next one of the file too.</summary>
    const string LikeQuery = "zoals";

    const string List = "/praktijk/selecties";

    /// <summary>What was just decided.</summary>
    const string DecidedQuery = "gedaan";

    /// <summary>The page of a person.</summary>
    public static string Of(WaitingRow row) => string.Create(CultureInfo.InvariantCulture, $"{List}/{row.Source}/{row.Place.Number}");

    /// <summary>The page that tells what was decided.</summary>
    /// <param name="what">What.</param>
    /// <param name="next">The person to go on with; null for the list.</param>
    /// <param name="like">The row whose referrer refers the next one too; null for none.</param>
    public static SeeOther Decided(string what, WaitingRow? next = null, int? like = null) =>
        new(next is null ? $"{List}?{DecidedQuery}={what}" : string.Create(CultureInfo.InvariantCulture, $"{Of(next)}?{DecidedQuery}={what}{(like is null ? "" : $"&{LikeQuery}={like}")}"));

    /// <summary>In words; null when nothing was decided.</summary>
    public static string? Done(HttpRequest request) =>
        request.Query[DecidedQuery].ToString() is { Length: > 0 } what ? PageTexts.Find(typeof(SelectedPage), $"Done.{what}", LanguageOfPages.Of(request)) : null;

    /// <summary>The row whose referrer is to be taken over; null when none is named.</summary>
    public static int? Like(HttpRequest request) => int.TryParse(request.Query[LikeQuery], NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;

    /// <summary>What follows an address that is to keep it.</summary>
    public static string WithLike(HttpRequest request) => Like(request) is { } like ? string.Create(CultureInfo.InvariantCulture, $"?{LikeQuery}={like}") : "";
}
