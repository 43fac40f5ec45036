using CsCheck;
using Upcm.Bot.Storage.LiteDb;

namespace Upcm.Bot.Tests.Storage;

public sealed class GivenKeyTests
{
    /// <summary>Few characters, so that one part often begins another; the lowest that is allowed, a surrogate and one above it among them.</summary>
    private static readonly string[] Pieces = [" ", "a", "b", "~", "\ud83d\ude00", "\uff5e"];

    private static readonly Gen<string> Part = Gen.Int[0, 5].List[0, 3].Select(static parts => string.Concat(parts.Select(static at => Pieces[at])));

    private static readonly Gen<GivenKey> Key = Gen.Select(Part, Part, Part, Part).Select(static of => new GivenKey(new DocumentName(of.Item1, of.Item2, of.Item4), of.Item3));

    [Fact]
    public void Keys_in_parts_are_in_the_order_of_their_names() =>
        Gen.Select(Key, Key).Sample(static (one, other) =>
            Math.Sign(GivenKey.InOrder.Compare(one, other)) == Math.Sign(string.CompareOrdinal(one.Name, other.Name)));

    [Fact]
    public void The_edge_of_a_range_stands_where_its_text_does() =>
        Gen.Select(Key, Key).Sample(static (one, other) =>
            Math.Sign(GivenKey.InOrder.Compare(one, GivenKey.Edge(other.Name))) == Math.Sign(string.CompareOrdinal(one.Name, other.Name)));
}
