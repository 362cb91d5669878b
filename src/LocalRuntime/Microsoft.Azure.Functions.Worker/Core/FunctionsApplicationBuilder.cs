using System.Reflection;
using LocalRuntime.Worker;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Composes a Functions app: its services, its settings and what runs around every invocation.</summary>
/// <remarks>
/// A test hosts an app inside its own process like this, and finds the address with <c>host.LocalAddress()</c> of LocalRuntime.Worker:
/// <code>
/// var builder = FunctionsApplication.CreateBuilder(["--port", "0", "--LocalSettings:File", ""]);   // any free port, no settings file
/// builder.FunctionClasses = typeof(SomeFunctions).Assembly.GetTypes();                             // instead of those of the entry assembly
/// builder.Configuration["AzureWebJobsStorage"] = connectionString;                                 // an explicit one: no Azurite is started
/// builder.Configuration["AzureFunctionsJobHost:extensions:durableTask:hubName"] = "one-per-test";  // keeps the tests of one storage apart
/// builder.ConfigureFunctionsWebApplication();
/// using var host = builder.Build();
/// await host.StartAsync();
/// </code>
/// </remarks>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    readonly WebApplicationBuilder web;
    readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware = [];
    bool usesAspNetCore;
    bool built;

    internal FunctionsApplicationBuilder(string[] args) => web = FunctionsHost.CreateBuilder(args);

    /// <summary>The classes whose functions are hosted; all of the entry assembly when null.</summary>
    internal IEnumerable<Type>? FunctionClasses { get; set; }

    /// <inheritdoc/>
    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)web).Properties;

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    /// <summary>The app's settings; what is added here wins over files, environment and arguments.</summary>
    public ConfigurationManager Configuration => web.Configuration;

    /// <inheritdoc/>
    public IHostEnvironment Environment => web.Environment;

    /// <inheritdoc/>
    public ILoggingBuilder Logging => web.Logging;

    /// <inheritdoc/>
    public IMetricsBuilder Metrics => web.Metrics;

    /// <inheritdoc cref="IHostApplicationBuilder.Services"/>
    public IServiceCollection Services => web.Services;

    /// <summary>Builds the app, once.</summary>
    /// <exception cref="InvalidOperationException">It was built before, or a function is not one that can be hosted; the message names it.</exception>
    public IHost Build()
    {
        RefuseWhenBuilt();
        built = true;
        return FunctionsHost.Build(web, FunctionCatalog.In(FunctionClasses ?? Assembly.GetEntryAssembly()!.GetTypes()), middleware, usesAspNetCore);
    }

    /// <inheritdoc/>
    public void ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => ((IHostApplicationBuilder)web).ConfigureContainer(factory, configure);

    /// <inheritdoc/>
    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        RefuseWhenBuilt();
        this.middleware.Add(middleware);
        return this;
    }

    internal void UseAspNetCore()
    {
        usesAspNetCore = true;
        Services.AddMvcCore();   // executes IActionResult
    }

    void RefuseWhenBuilt()
    {
        if (built)
        {
            throw new InvalidOperationException("The app has already been built.");
        }
    }
}
