using LocalRuntime.LocalPages.GpInbox;
using LocalRuntime.LocalPages.Mailbox;
using LocalRuntime.LocalPages.Page;
using LocalRuntime.LocalPages.Storage;
using LocalRuntime.LocalPages.Walk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LocalRuntime.LocalPages;

/// <summary>The pages and fakes of a developer's machine: mailbox, clock, sample GP system, orchestrations, queues, and a walk through the app.</summary>
/// <remarks>
/// The host maps them in Development on loopback only; elsewhere these routes do not exist. It registers <see cref="ILocalClockControl"/>,
/// <see cref="ILocalOrchestrations"/> and the app's <see cref="TimeProvider"/>.
/// </remarks>
static class LocalPages
{
    public static IServiceCollection AddLocalPages(this IServiceCollection services, IConfiguration configuration)
    {
        if (GuidedWalk.Find() is { } walk)
        {
            services.AddSingleton(walk);
        }

        return services
            .AddSingleton(new LocalPagesSettings(configuration))
            .AddSingleton<LocalTables>()
            .AddSingleton<MessageStore>()
            .AddSingleton<DeliveryStore>()
            .AddSingleton<OrderedAnswers>()
            .AddSingleton<Frame>();
    }

    public static IEndpointRouteBuilder MapLocalPages(this IEndpointRouteBuilder endpoints)
    {
        var local = endpoints.MapGroup("/local").AddEndpointFilter<RouteGroupBuilder, LocalOnly>();
        local.MapGet("", OverviewPage.ShowAsync);
        local.MapGet("/pages.css", HtmlPage.StyleSheet);
        local.MapPost("/clock/move", ClockForm.MoveAsync);
        local.MapGet("/mailbox", MailboxPage.ListAsync);
        local.MapGet("/mailbox/{id}", MailboxPage.OneAsync);
        local.MapGet("/gp-inbox", GpInboxPage.ShowAsync);
        local.MapGet("/orchestrations", OrchestrationPages.ListAsync);
        local.MapGet("/orchestrations/{id}", OrchestrationPages.OneAsync);
        local.MapGet("/queues", QueuesPage.Show);
        MailboxEndpoints.Map(local);
        FakeSendGrid.Map(local);
        FakeEmailActivity.Map(local);
        FakeTwilio.Map(local);
        GpInboxEndpoints.Map(local);
        WalkEndpoints.Map(local);
        return endpoints;
    }
}
