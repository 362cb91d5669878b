using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Workflows.Functions;
using Workflows.Functions.Settings;

var builder = FunctionsApplication.CreateBuilder(args);
try
{
    builder.AddWorkflows();
}
catch (SettingsException refusal)
{
    // There is no logger yet; the Functions host puts what a worker writes here into its own log.
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}

await builder.Build().RunAsync();
return 0;
