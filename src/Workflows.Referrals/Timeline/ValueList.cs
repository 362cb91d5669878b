using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Workflows.Referrals.Timeline;

/// <summary>An unchangeable list that equals another list with the same items in the same order, so that records which hold it stay values.</summary>
/// <typeparam name="T">The items; values themselves, or the equality is not one of values.</typeparam>
/// <remarks>Written and read by System.Text.Json as a plain array. Made with a collection expression: <c>[a, b]</c>.</remarks>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Of))]
[JsonConverter(typeof(ValueListJson))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    readonly ImmutableArray<T> items;

    internal ValueList(ImmutableArray<T> content) => items = content;

    internal static ValueList<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public T this[int index] => items[index];

    /// <summary>Whether an item is in the list.</summary>
    /// <param name="item">The item.</param>
    public bool Contains(T item) => items.Contains(item);

    /// <summary>A new list with <paramref name="item"/> as its last item.</summary>
    /// <param name="item">The item to come last.</param>
    public ValueList<T> Add(T item) => new(items.Add(item));

    /// <inheritdoc/>
    public bool Equals(ValueList<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.items.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>Goes through the items in order.</summary>
    public ImmutableArray<T>.Enumerator GetEnumerator() => items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)items).GetEnumerator();

    /// <summary>The items between brackets, for test output and debuggers.</summary>
    public override string ToString() => $"[{string.Join(", ", items)}]";

    /// <summary>Whether both lists hold the same items in the same order.</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">The other list.</param>
    public static bool operator ==(ValueList<T>? left, ValueList<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the lists differ in an item or in order.</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">The other list.</param>
    public static bool operator !=(ValueList<T>? left, ValueList<T>? right) => !(left == right);
}

/// <summary>Makes a <see cref="ValueList{T}"/>.</summary>
public static class ValueList
{
    /// <summary>A list of copies of <paramref name="items"/>, in that order.</summary>
    /// <param name="items">The items.</param>
    /// <typeparam name="T">The type of the items.</typeparam>
    public static ValueList<T> Of<T>(ReadOnlySpan<T> items) => items.IsEmpty ? ValueList<T>.Empty : new([.. items]);

    /// <summary>A list of what <paramref name="items"/> yields, in that order.</summary>
    /// <param name="items">The items; enumerated once, at once.</param>
    /// <typeparam name="T">The type of the items.</typeparam>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => [.. items];
}
