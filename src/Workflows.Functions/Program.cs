using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Workflows.Functions;

var builder = FunctionsApplication.CreateBuilder(args);
builder.AddWorkflows();
builder.Build().Run();
