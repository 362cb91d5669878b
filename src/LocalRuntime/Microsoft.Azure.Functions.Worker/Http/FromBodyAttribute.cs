namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>Fills the parameter with the JSON body of the request; a body that cannot be read fails the invocation.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromBodyAttribute : Attribute;
