using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>Runs the rest of an invocation.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "The official name.")]
public delegate Task FunctionExecutionDelegate(FunctionContext context);
