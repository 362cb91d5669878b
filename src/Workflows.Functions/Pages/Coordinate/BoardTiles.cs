using Workflows.Functions.Intake.Waiting;
using Workflows.Functions.Notifications;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Pages.Coordinate;

/// <summary>Sees at a glance what asks for the coordinator of an organisation: a few short reads, however many referrals there are.</summary>
sealed class BoardTiles(ListStore lists, UndeliveredMessages undelivered, WaitingSubmissions waiting, TimeProvider clock)
{
    /// <summary>What waits for a decision of the coordinator alone, and longer than this, is on fire.</summary>
    static readonly TimeSpan TooLong = TimeSpan.FromDays(7);

    /// <param name="organisation">The organisation's id.</param>
    /// <param name="shown">What is listed now.</param>
    /// <param name="addressOf">The address of a list.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<BoardTile>> OfAsync(string organisation, BoardView shown, Func<BoardView, string> addressOf, CancellationToken cancellation)
    {
        var concerns = BoardView.Concerns.Select(async view =>
            Tile(addressOf(view), view.Name, await lists.GlanceAsync(view.ListOf(organisation), BoardTile.Most, cancellation), mayBurn: view == BoardView.Concerns[0], view == shown));
        var messages = undelivered.GlanceAsync(organisation, BoardTile.Most, cancellation);
        var parked = waiting.GlanceAsync(WaitingPlace.ParkedAt(organisation), BoardTile.Most, cancellation);
        return
        [
            .. await Task.WhenAll(concerns),
            Tile("/regie/berichten", "berichten", await messages, mayBurn: true, isShown: false),
            Tile("/regie/aanmeldingen", "aanmeldingen", await parked, mayBurn: true, isShown: false),
        ];
    }

    BoardTile Tile(string address, string name, ListGlance glance, bool mayBurn, bool isShown) =>
        new(address, name, glance.Count, glance.First, mayBurn && clock.GetUtcNow() - glance.First > TooLong, isShown);
}
