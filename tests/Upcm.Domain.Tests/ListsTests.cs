using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Upcm.Domain.Tests;

/// <summary>
/// A list that a record keeps is never absent: records from before it existed come back without it. Lists that a record cannot
/// be made without are left out.
/// </summary>
public sealed class ListsTests
{
    public static TheoryData<string, string> Lists()
    {
        var data = new TheoryData<string, string>();
        foreach (var type in typeof(Initiative).Assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false }))
        {
            foreach (var list in type.GetProperties().Where(property => IsList(property.PropertyType) && IsOptional(property)))
            {
                data.Add(type.FullName!, list.Name);
            }
        }

        return data;
    }

    [Theory, MemberData(nameof(Lists))]
    public void A_list_that_was_not_kept_is_empty_and_one_that_was_stays(string type, string list)
    {
        var record = RuntimeHelpers.GetUninitializedObject(typeof(Initiative).Assembly.GetType(type, throwOnError: true)!);
        var property = record.GetType().GetProperty(list)!;
        property.SetValue(record, null);
        Assert.Equal(0, Count(property.GetValue(record)));

        property.SetValue(record, OneOf(property.PropertyType));
        Assert.Equal(1, Count(property.GetValue(record)));
    }

    [Fact]
    public void There_are_lists_to_hold_this_to() => Assert.True(Lists().Count > 30);

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() is var kind
        && (kind == typeof(ImmutableArray<>) || kind == typeof(ImmutableSortedDictionary<,>));

    private static bool IsOptional(PropertyInfo property) =>
        property.SetMethod is not null
        && property.GetCustomAttribute<RequiredMemberAttribute>() is null
        && !property.DeclaringType!.GetConstructors().SelectMany(made => made.GetParameters()).Any(given => given.Name == property.Name);

    /// <summary>Throws for a list that is absent.</summary>
    private static int Count(object? list) => ((IEnumerable)list!).Cast<object?>().Count();

    private static object OneOf(Type type)
    {
        var kinds = type.GetGenericArguments();
        return kinds.Length == 1
            ? typeof(ListsTests).GetMethod(nameof(Array), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(kinds).Invoke(null, [])!
            : typeof(ListsTests).GetMethod(nameof(Dictionary), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(kinds).Invoke(null, ["k"])!;
    }

    private static ImmutableArray<T> Array<T>() => [default!];

    private static ImmutableSortedDictionary<TKey, TValue> Dictionary<TKey, TValue>(TKey key)
        where TKey : notnull => ImmutableSortedDictionary<TKey, TValue>.Empty.Add(key, default!);
}
