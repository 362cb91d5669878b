using Microsoft.Extensions.DependencyInjection;
using Workflows.Functions.Pages.Administer;
using Workflows.Functions.Pages.Cases;
using Workflows.Functions.Pages.Coordinate;
using Workflows.Functions.Pages.Mine;
using Workflows.Functions.Pages.Practices;
using Workflows.Functions.Pages.Refer;
using Workflows.Functions.Pages.Selections;
using Workflows.Functions.Pages.Talks;
using Workflows.Functions.Settings;

namespace Workflows.Functions.Pages;

/// <summary>The pages that people look at.</summary>
static class PageServices
{
    public static IServiceCollection AddPages(this IServiceCollection services, SettingsReader settings)
    {
        services.AddRazorComponents();
        return services
            .AddSingleton<Screens>()
            .AddSingleton<ProblemPages>()
            .AddSingleton(ReferSettings.Read(settings))
            .AddSingleton<SentReferrals>()
            .AddSingleton<CaseScreens>()
            .AddSingleton<ListedCases>()
            .AddSingleton<FeedbackOfCases>()
            .AddSingleton<CasePages>()
            .AddSingleton<CommandChoices>()
            .AddSingleton<CommandPages>()
            .AddSingleton<MeasurementPages>()
            .AddSingleton<MessagePages>()
            .AddSingleton<BoardTiles>()
            .AddSingleton<DeliveryPages>()
            .AddSingleton<DirectoryDoor>()
            .AddSingleton<OwnReferrals>()
            .AddSingleton<SelectedPersons>()
            .AddSingleton<HeldTalks>()
            .AddSingleton<JointReviews>()
            .AddSingleton<MyScreens>()
            .AddSingleton<MyCommands>();
    }
}
