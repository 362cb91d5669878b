using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Workflows.Functions.Feedback;

/// <summary>No settings of its own; needs those of storage, directory and notifications.</summary>
static class FeedbackServices
{
    static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddFeedback(this IServiceCollection services) => services
        .AddSingleton<CallbackLog>()
        .AddSingleton(provider =>
        {
            var development = provider.GetRequiredService<IHostEnvironment>().IsDevelopment();
            return new CallbackClient(CallbackConnection.Client(development, LongestCall), development, provider.GetRequiredService<TimeProvider>());
        });
}
