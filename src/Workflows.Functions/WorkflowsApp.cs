using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Workflows.Functions.Audit;
using Workflows.Functions.Backups;
using Workflows.Functions.Bus;
using Workflows.Functions.Clients;
using Workflows.Functions.Commands;
using Workflows.Functions.DeadLetters;
using Workflows.Functions.Directory;
using Workflows.Functions.Effects;
using Workflows.Functions.Events;
using Workflows.Functions.Feedback;
using Workflows.Functions.Handover;
using Workflows.Functions.Insights;
using Workflows.Functions.Intake;
using Workflows.Functions.Messages;
using Workflows.Functions.Notifications;
using Workflows.Functions.Offer;
using Workflows.Functions.Operations;
using Workflows.Functions.Pages;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Retention;
using Workflows.Functions.Security;
using Workflows.Functions.Security.Web;
using Workflows.Functions.Settings;
using Workflows.Functions.Storage;

namespace Workflows.Functions;

/// <summary>Composes the app; the program and the tests start the same one.</summary>
static class WorkflowsApp
{
    /// <exception cref="SettingsException">Settings are missing or wrong; it tells about all of them.</exception>
    public static void AddWorkflows(this FunctionsApplicationBuilder builder)
    {
        var settings = new SettingsReader(builder.Configuration, builder.Environment);
        builder.AddFeatures(settings);
        settings.ThrowIfRefused();
    }

    /// <summary>Every feature reads its settings; what is wrong with them is in the reader afterwards.</summary>
    internal static void AddFeatures(this FunctionsApplicationBuilder builder, SettingsReader settings)
    {
        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<SafeHeaders>();
        builder.UseMiddleware<UnhandledExceptions>();
        builder.UseMiddleware<CallerMiddleware>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services
            .AddStorage(settings)
            .AddAudit()
            .AddDirectory(settings)
            .AddSecurity(settings)
            .AddIntake()
            .AddBus(settings)
            .AddNotifications(settings)
            .AddFeedback()
            .AddPages(settings)
            .AddInsights(settings)
            .AddOperations(settings)
            .AddBackups(settings)
            .AddSingleton<CandidateFinder>()
            .AddSingleton<SlotFinder>()
            .AddSingleton<HoursOfPractice>()
            .AddSingleton<CalendarAddresses>()
            .AddSingleton<AbsentWorkers>()
            .AddSingleton<DirectoryDesk>()
            .AddSingleton<ReferralReader>()
            .AddSingleton<ReferralCommands>()
            .AddSingleton<MessageThread>()
            .AddSingleton<CommandDesk>()
            .AddSingleton<GiveCommand>()
            .AddSingleton<IRecipients, Recipients>()
            .AddSingleton<IFeedbackConsent, FeedbackConsent>()
            .AddSingleton<FeedbackStarter>()
            .AddSingleton<UndeliveredFeedback>()
            .AddSingleton<ReferralEvents>()
            .AddSingleton<EffectDispatcher>()
            .AddSingleton<DeadLetterBox>()
            .AddSingleton<DeadLetterDesk>()
            .AddSingleton<DeadLetterWatch>()
            .AddSingleton<Erasure>()
            .AddSingleton<RestoredErasures>()
            .AddClients();
    }
}
