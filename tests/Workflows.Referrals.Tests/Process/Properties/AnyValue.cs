using System.Reflection;
using System.Text.Json.Serialization;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process.Properties;

/// <summary>Any value of a payload type, made the way it is read back: by its constructor and its properties.</summary>
sealed class AnyValue(Random random)
{
    public T Of<T>() => (T)Of(typeof(T))!;

    public object? Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return random.Next(3) == 0 ? null : Of(underlying);
        }

        return type switch
        {
            _ when type == typeof(string) => $"id-{random.Next(1000)}",
            _ when type == typeof(int) => random.Next(),
            _ when type == typeof(decimal) => random.Next(1000) / 10m,
            _ when type == typeof(bool) => random.Next(2) == 0,
            _ when type == typeof(DateOnly) => DateOnly.FromDayNumber(random.Next(737_000, 770_000)),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(random.NextInt64(6_000_000_000) * 100_000_000, TimeSpan.Zero).ToOffset(TimeSpan.FromHours(random.Next(3))),
            _ when type == typeof(Term) => Term.Weeks(random.Next(1, 100)),
            { IsEnum: true } => Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length)),
            { IsAbstract: true } => Of(Kinds(type)[random.Next(Kinds(type).Count)]),
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(ValueList<>) => typeof(AnyValue).GetMethod(nameof(List), BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(type.GetGenericArguments()).Invoke(this, null),
            _ => Record(type),
        };
    }

    /// <summary>The types that a polymorphic payload can have.</summary>
    public static IReadOnlyList<Type> Kinds(Type type) => [.. type.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(derived => derived.DerivedType)];

    ValueList<T> List<T>() => [.. Enumerable.Range(0, random.Next(3)).Select(_ => Of<T>())];

    object Record(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(constructor => constructor.GetParameters().Length).First();
        var value = constructor.Invoke([.. constructor.GetParameters().Select(parameter => IsLeftOut(parameter) ? null : Of(parameter.ParameterType))]);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite && constructor.GetParameters().All(parameter => parameter.Name != property.Name)))
        {
            property.SetValue(value, Of(property.PropertyType));
        }

        return value;
    }

    /// <summary>What may be null is, now and then.</summary>
    bool IsLeftOut(ParameterInfo parameter) =>
        !parameter.ParameterType.IsValueType && new NullabilityInfoContext().Create(parameter).ReadState is NullabilityState.Nullable && random.Next(3) == 0;
}
