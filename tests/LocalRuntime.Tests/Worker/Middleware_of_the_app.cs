using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LocalRuntime.Tests.Worker;

public sealed class Middleware_of_the_app
{
    [Fact]
    public async Task Runs_around_the_function_the_first_one_outermost()
    {
        await using var host = await AHost.Of<HttpFunctions>(app =>
        {
            app.Services.AddSingleton<List<string>>();
            app.UseMiddleware<First>();
            app.UseMiddleware<Second>();
        });

        await host.Http.GetStringAsync("/api/hello");

        Assert.Equal(["First before Hello", "Second before Hello", "Second after Hello", "First after Hello"], host.Services.GetRequiredService<List<string>>());
    }

    [Fact]
    public async Task May_answer_in_the_place_of_the_function()
    {
        await using var host = await AHost.Of<HttpFunctions>(app => app.UseMiddleware<Nobody>());

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Http.GetAsync("/api/fails")).StatusCode);
    }

    sealed class First(List<string> seen) : Tells(seen);

    sealed class Second(List<string> seen) : Tells(seen);

    abstract class Tells(List<string> seen) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            seen.Add($"{GetType().Name} before {context.FunctionDefinition.Name}");
            await next(context);
            seen.Add($"{GetType().Name} after {context.FunctionDefinition.Name}");
        }
    }

    sealed class Nobody : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) => Results.Unauthorized().ExecuteAsync(context.GetHttpContext()!);
    }
}
