using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace LocalRuntime.Worker;

/// <summary>What middleware sees of a function.</summary>
sealed class AppFunctionDefinition(string name, MethodInfo method) : FunctionDefinition
{
    public override string Name => name;

    public override string Id => name;

    public override string EntryPoint { get; } = $"{method.DeclaringType!.FullName}.{method.Name}";

    public override string PathToAssembly { get; } = method.DeclaringType!.Assembly.Location;

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } = method.GetParameters()
        .Where(parameter => parameter.GetCustomAttribute<BindingAttribute>() is not null)
        .ToImmutableDictionary(parameter => parameter.Name!, parameter => (BindingMetadata)new InputBinding(parameter));

    sealed class InputBinding(ParameterInfo parameter) : BindingMetadata
    {
        public override string Name => parameter.Name!;

        /// <summary>HttpTriggerAttribute is a binding of type httpTrigger.</summary>
        public override string Type { get; } = CamelCase(parameter.GetCustomAttribute<BindingAttribute>()!.GetType().Name[..^nameof(Attribute).Length]);

        public override BindingDirection Direction => BindingDirection.In;

        static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
    }
}
