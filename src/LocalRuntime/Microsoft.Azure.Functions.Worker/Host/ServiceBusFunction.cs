using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Worker;

/// <summary>Receives the messages of a function's queue or subscription and calls the function for each. One that fails goes back to the queue, and is dead-lettered after too many times.</summary>
sealed class ServiceBusFunction : IAsyncDisposable
{
    readonly AppFunction function;
    readonly FunctionInvoker invoker;
    readonly IServiceProvider services;
    readonly ILogger logger;
    readonly ServiceBusProcessor processor;

    public ServiceBusFunction(AppFunction function, ServiceBusClient client, int concurrentCalls, FunctionInvoker invoker, IServiceProvider services, ILogger logger)
    {
        this.function = function;
        this.invoker = invoker;
        this.services = services;
        this.logger = logger;
        var trigger = (ServiceBusTriggerAttribute)function.Trigger;
        var options = new ServiceBusProcessorOptions { AutoCompleteMessages = trigger.AutoCompleteMessages, MaxConcurrentCalls = concurrentCalls };
        processor = trigger.QueueName is { } queue ? client.CreateProcessor(queue, options) : client.CreateProcessor(trigger.TopicName, trigger.SubscriptionName, options);
        processor.ProcessMessageAsync += HandleAsync;
        processor.ProcessErrorAsync += TellAsync;
        Queue = trigger.QueueName ?? $"{trigger.TopicName}/subscriptions/{trigger.SubscriptionName}";
    }

    /// <summary>The path of the queue, or of the subscription.</summary>
    public string Queue { get; }

    public Task StartAsync(CancellationToken cancellation) => processor.StartProcessingAsync(cancellation);

    /// <summary>Takes no more messages and lets the calls that run come to their end.</summary>
    public async ValueTask DisposeAsync() => await processor.DisposeAsync();

    async Task HandleAsync(ProcessMessageEventArgs received)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            await invoker.InvokeAsync(new Invocation(function, received.Message, scope.ServiceProvider, received.CancellationToken)
            {
                MessageActions = new ServiceBusMessageActions(received),
            });
        }
        catch (Exception failure)
        {
            logger.FunctionFailed(failure, function.Name);
            throw;   // the processor gives the message back
        }
    }

    Task TellAsync(ProcessErrorEventArgs failed)
    {
        if (failed.ErrorSource is not ServiceBusErrorSource.ProcessMessageCallback)
        {
            logger.BusFailed(failed.EntityPath, $"{failed.ErrorSource}", failed.Exception.GetType().FullName);
        }

        return Task.CompletedTask;
    }
}
