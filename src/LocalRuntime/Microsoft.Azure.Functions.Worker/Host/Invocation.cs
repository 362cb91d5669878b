using Microsoft.Azure.Functions.Worker;

namespace LocalRuntime.Worker;

/// <summary>One invocation of a function, from its trigger to its result.</summary>
sealed class Invocation(AppFunction function, object? triggerValue, IServiceProvider services, CancellationToken cancellation) : FunctionContext
{
    public AppFunction Function => function;

    /// <summary>What the trigger brought: the request, the timer's information, the orchestration's context, the activity's input.</summary>
    public object? TriggerValue => triggerValue;

    /// <summary>The trigger's data by name.</summary>
    public IReadOnlyDictionary<string, object?> Data { get; init; } = new Dictionary<string, object?>();

    /// <summary>The input of an orchestration, deserialized.</summary>
    public object? OrchestrationInput { get; init; }

    /// <summary>Settles the message that triggered this; null for other triggers.</summary>
    public ServiceBusMessageActions? MessageActions { get; init; }

    /// <summary>What the function returned; null when it returned nothing or did not run.</summary>
    public object? Result { get; set; }

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => function.Definition.Id;

    public override BindingContext BindingContext => new TriggerData(Data);

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition => function.Definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override CancellationToken CancellationToken => cancellation;

    sealed class TriggerData(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }
}
