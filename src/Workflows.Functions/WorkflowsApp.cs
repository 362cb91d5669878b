using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Workflows.Functions.Bus;
using Workflows.Functions.Commands;
using Workflows.Functions.DeadLetters;
using Workflows.Functions.Directory;
using Workflows.Functions.Effects;
using Workflows.Functions.Events;
using Workflows.Functions.Feedback;
using Workflows.Functions.Handover;
using Workflows.Functions.Intake;
using Workflows.Functions.Messages;
using Workflows.Functions.Notifications;
using Workflows.Functions.Offer;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Retention;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;

namespace Workflows.Functions;

/// <summary>Composes the app; the program and the tests start the same one.</summary>
static class WorkflowsApp
{
    public static void AddWorkflows(this FunctionsApplicationBuilder builder)
    {
        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<UnhandledExceptions>();
        builder.UseMiddleware<CallerMiddleware>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services
            .AddStorage(builder.Configuration)
            .AddDirectory(builder.Configuration)
            .AddSecurity(builder.Configuration)
            .AddIntake(builder.Configuration)
            .AddBus(builder.Configuration)
            .AddNotifications(builder.Configuration)
            .AddFeedback(builder.Configuration)
            .AddSingleton<CandidateFinder>()
            .AddSingleton<SlotFinder>()
            .AddSingleton<AbsentWorkers>()
            .AddSingleton<ReferralReader>()
            .AddSingleton<ReferralCommands>()
            .AddSingleton<MessageThread>()
            .AddSingleton<GiveCommand>()
            .AddSingleton<IRecipients, Recipients>()
            .AddSingleton<IFeedbackConsent, FeedbackConsent>()
            .AddSingleton<FeedbackStarter>()
            .AddSingleton<ReferralEvents>()
            .AddSingleton<EffectDispatcher>()
            .AddSingleton<DeadLetterBox>()
            .AddSingleton<Erasure>();
    }
}
