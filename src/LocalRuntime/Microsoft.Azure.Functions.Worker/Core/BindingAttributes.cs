namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Connects a function to what calls it or to what it calls.</summary>
public abstract class BindingAttribute : Attribute;

/// <summary>Marks the parameter that starts a function; a function has exactly one.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : BindingAttribute;

/// <summary>Marks a parameter that is filled beside the trigger.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class InputBindingAttribute : BindingAttribute;
