using System.Text.Json.Nodes;
using CsCheck;

namespace Upcm.Benchmarks.Fuzzing;

/// <summary>Makes of something good something that nobody expects.</summary>
internal static class Twist
{
    private static readonly string[] Nasty =
    [
        "", " ", "\u00a0", "\u202e", "\u0001", "\ufeff", "\ud83d\ude00", "e\u0301", "\u0130", "'", "\"", "\\", "|", "=", "%00", "<script>alert(1)</script>", "<at>UPCM bot</at>",
        "[hier](https://evil.example)", "**x**", "${x}", "{{DATE(x)}}", "../../x", "=1+1", "-1", "0", "1e30", "1.000,5", "99999999999999999999", "NaN", "-", "ja", "nee", "overslaan",
        "terug", "stop", "opnieuw", "hulp", "2026-02-30", "31-02-2026", "9999-12-31", "0001-01-01", "volgende week", "26-001", "26-999999999", "000-1", "realisatie", "R1, R2 en R9", "\n\n", "a\tb",
    ];

    private static readonly Gen<string> OneNasty = Gen.Int[0, Nasty.Length - 1].Select(static which => Nasty[which]);

    private static readonly Gen<string> AnyWords = Gen.Frequency(
        (6, OneNasty),
        (3, Gen.String[Gen.Char[' ', '~'], 0, 60]),
        (1, Gen.String[0, 300]),
        (1, Gen.Select(OneNasty, Gen.Int[1, 400], static (text, times) => string.Concat(Enumerable.Repeat(text, times)))));

    public static bool OneIn(this PCG chance, uint many) => chance.Next(many) == 0;

    public static T Pick<T>(this PCG chance, IReadOnlyList<T> from) => from[(int)chance.Next((uint)from.Count)];

    public static string Words(PCG chance) => AnyWords.Generate(chance, null, out _);

    /// <summary>With one to four small changes.</summary>
    /// <param name="letters">What is put in.</param>
    public static string Text(string text, string letters, PCG chance)
    {
        for (var changes = 1 + chance.Next(4); changes > 0; changes--)
        {
            var at = (int)chance.Next((uint)text.Length + 1);
            var some = Math.Min(text.Length - at, 1 + (int)chance.Next(chance.OneIn(4) ? 60u : 2u));
            text = chance.Next(5) switch
            {
                0 => text.Remove(at, some),
                1 => text.Insert(at, letters[(int)chance.Next((uint)letters.Length)].ToString()),
                2 when at < text.Length => text.Remove(at, 1).Insert(at, letters[(int)chance.Next((uint)letters.Length)].ToString()),
                3 => text.Insert(at, text.Substring(at, some)),
                _ => text.Remove(at, some).Insert((int)chance.Next((uint)(text.Length - some) + 1), text.Substring(at, some)),
            };
        }

        return text;
    }

    /// <summary>One to three nodes of the tree become something else, go, or come twice.</summary>
    public static void Json(JsonObject tree, PCG chance)
    {
        for (var changes = 1 + chance.Next(3); changes > 0; changes--)
        {
            JsonNode at = tree;
            while (Inside(at, chance) is { } inner && !chance.OneIn(3))
            {
                at = inner;
            }

            switch (at)
            {
                case JsonObject { Count: > 0 } fields:
                    var name = chance.Pick(fields.Select(static field => field.Key).ToList());
                    if (chance.OneIn(4))
                    {
                        fields.Remove(name);
                    }
                    else
                    {
                        fields[chance.OneIn(6) ? Words(chance) : name] = Value(chance, 3);
                    }

                    break;
                case JsonArray { Count: > 0 } list:
                    list.Add(list[0]?.DeepClone());
                    list[(int)chance.Next((uint)list.Count)] = Value(chance, 3);
                    break;
                case JsonArray list:
                    list.Add(Value(chance, 3));
                    break;
                default:
                    tree[Words(chance)] = Value(chance, 3);
                    break;
            }
        }
    }

    private static JsonNode? Inside(JsonNode node, PCG chance)
    {
        List<JsonNode> inner = node switch
        {
            JsonObject fields => [.. fields.Select(static field => field.Value).Where(static value => value is JsonObject or JsonArray).Select(static value => value!)],
            JsonArray list => [.. list.Where(static value => value is JsonObject or JsonArray).Select(static value => value!)],
            _ => [],
        };
        return inner.Count == 0 ? null : chance.Pick(inner);
    }

    private static JsonNode? Value(PCG chance, int depth) => chance.Next(depth == 0 ? 5u : 7u) switch
    {
        0 => null,
        1 => chance.OneIn(2),
        2 => (long)chance.Next64() >> (int)chance.Next(64),
        3 => (double)chance.Next() * 1e290,
        4 => Words(chance),
        5 => new JsonArray([.. Enumerable.Range(0, (int)chance.Next(4)).Select(_ => Value(chance, depth - 1))]),
        _ => new JsonObject(Enumerable.Range(0, (int)chance.Next(4)).Select(i => KeyValuePair.Create($"{Words(chance)}{i}", Value(chance, depth - 1)))),
    };
}
