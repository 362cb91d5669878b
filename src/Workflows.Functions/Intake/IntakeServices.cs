using Microsoft.Extensions.DependencyInjection;
using Workflows.Functions.Insights.Facts;
using Workflows.Functions.Intake.Forms;
using Workflows.Functions.Intake.Selections;
using Workflows.Functions.Intake.Waiting;

namespace Workflows.Functions.Intake;

/// <summary>It has no settings.</summary>
static class IntakeServices
{
    public static IServiceCollection AddIntake(this IServiceCollection services) => services
        .AddSingleton<ReferralStarter>()
        .AddSingleton<SubmissionDesk>()
        .AddSingleton<Duplicates>()
        .AddSingleton<ProfileStore>()
        .AddSingleton<ReferralIntake>()
        .AddSingleton<WaitingSubmissions>()
        .AddSingleton<ParkedDesk>()
        .AddSingleton<SelectionDesk>()
        .AddSingleton<WaitingNotices>()
        .AddSingleton<FormDesk>();
}
