using Microsoft.AspNetCore.Http;

namespace LocalRuntime.LocalPages.Page;

/// <summary>What runs and what ran, and of each what it went through, turn by turn.</summary>
static class OrchestrationPages
{
    public static async Task<IResult> ListAsync(Frame frame, HttpRequest request, ILocalOrchestrations orchestrations, CancellationToken cancellation) =>
        frame.Show(request, "Orchestrations", Html.Of($"""
            <h1>Orchestrations</h1>
            <p class="quiet">The {Lists.Most} that were updated last.</p>
            {Table(await orchestrations.LatestAsync(Lists.Most, cancellation))}
            """));

    public static async Task<IResult> OneAsync(string id, Frame frame, HttpRequest request, ILocalOrchestrations orchestrations, CancellationToken cancellation) =>
        await orchestrations.FindAsync(id, cancellation) is not { Instance: var instance } history ? Results.NotFound() : frame.Show(request, instance.Name, Html.Of($"""
            <h1>{instance.Name}</h1>
            <dl>
            <dt>Instance</dt><dd>{instance.InstanceId}</dd>
            <dt>Status</dt><dd>{Status(instance)}</dd>
            <dt>Created</dt><dd>{Moments.Of(instance.CreatedAt)}</dd>
            <dt>Updated</dt><dd>{Moments.Of(instance.UpdatedAt)}</dd>
            {(history.GoesOnAt is { } at ? Html.Of($"<dt>Goes on by itself</dt><dd>{Moments.Of(at)}</dd>") : Html.Empty)}
            {(history.Failure is { } failure ? Html.Of($"""<dt>Failure</dt><dd class="bad">{failure}</dd>""") : Html.Empty)}
            </dl>
            {(history.CustomStatus is { } status ? Payload.Folded("Custom status", status, isOpen: true) : Html.Empty)}
            <h2>History</h2>
            {(history.Renewals > 0 ? Html.Of($"""<p class="quiet">It continued as new {history.Renewals} times; this is what happened since.</p>""") : Html.Empty)}
            <ol class="turns">{Html.Each(history.Turns.Zip(history.Turns.Prepend(null)), turn => Turn(turn.First, turn.Second?.At))}</ol>
            """));

    public static Html Table(IReadOnlyList<LocalOrchestration> instances) => Lists.Table("Orchestrations", instances, "Nothing was started yet.", ["Instance", "Name", "Status", "Created", "Updated"],
        instance => Html.Of($"""
            <tr><td class="long"><a href="/local/orchestrations/{Uri.EscapeDataString(instance.InstanceId)}">{instance.InstanceId}</a></td><td>{instance.Name}</td><td>{Status(instance)}</td>
            <td>{Moments.Of(instance.CreatedAt)}</td><td>{Moments.Of(instance.UpdatedAt)}</td></tr>
            """));

    static Html Status(LocalOrchestration instance) => Html.Of($"""
        <span class="tag {(instance.Status is "Failed" or "Terminated" ? "bad" : instance.Status is "Completed" ? "quiet" : "good")}">{instance.Status}</span>
        """);

    /// <summary>The moment is told once for all turns of it.</summary>
    static Html Turn(LocalTurn turn, DateTimeOffset? before) => Html.Of($"""
        <li>{(before is { } other && Moments.AreAlike(turn.At, other) ? Html.Empty : Moments.Of(turn.At))}
        <ul>{Html.Each(turn.Arrived, move => Move("arrived", move))}{Html.Each(turn.Did, move => Move("did", move))}</ul></li>
        """);

    static Html Move(string direction, LocalMove move) => Html.Of($"""
        <li class="{direction}{(move.IsFailure ? " bad" : "")}">{move.What} <strong>{move.Name}</strong> {(move.Moment is { } moment ? Moments.Of(moment) : Html.Empty)}
        {(move.Instance is { } other ? Html.Of($"""<a href="/local/orchestrations/{Uri.EscapeDataString(other)}">{other}</a>""") : Html.Empty)} {Payload.Beside(move.Data)}</li>
        """);
}
