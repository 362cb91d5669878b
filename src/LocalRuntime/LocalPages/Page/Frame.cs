using LocalRuntime.LocalPages.Walk;
using Microsoft.AspNetCore.Http;

namespace LocalRuntime.LocalPages.Page;

/// <summary>What stands around every page: where one can go, and the app's clock.</summary>
sealed class Frame(ILocalClockControl clock, IEnumerable<ILocalQueues> queues, IEnumerable<GuidedWalk> walks)
{
    public IResult Show(HttpRequest request, string title, Html content, int status = StatusCodes.Status200OK) => HtmlPage.Of(title, Html.Of($"""
        <header class="top">
        <a class="home" href="/local">On this machine</a>
        <nav aria-label="Pages"><ul>{Html.Each(Pages, page => Link(request, page.Path, page.Name))}</ul></nav>
        </header>
        {ClockForm.Of(clock, request)}
        <main id="main" tabindex="-1">
        {content}
        </main>
        """), status);

    IEnumerable<(string Path, string Name)> Pages =>
    [
        .. walks.Select(_ => (WalkPage.Path, "Walk")),
        ("/local/mailbox", "Mailbox"), ("/local/gp-inbox", "GP inbox"), ("/local/orchestrations", "Orchestrations"),
        .. queues.Select(_ => ("/local/queues", "Queues")),
    ];

    static Html Link(HttpRequest request, string path, string name) => Html.Of($"""
        <li><a href="{path}"{(request.Path.StartsWithSegments(path) ? new Html(" aria-current=\"page\"") : Html.Empty)}>{name}</a></li>
        """);
}
