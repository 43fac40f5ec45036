using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HandlingPersonalData;

/// <summary>Something that is kept about a person.</summary>
/// <param name="Collection">Of the kind of document it is in.</param>
/// <param name="About">The id of that document; null for what is the person's own.</param>
/// <param name="As">What the person is in it: <c>Leader</c>, <c>Answers</c>; empty for what is the person's own.</param>
/// <param name="Content">Name and value of everything in it that is about the person.</param>
public sealed record PersonalItem(string Collection, string? About, string As, IReadOnlyList<(string Name, string Value)> Content);

/// <summary>Everything that is kept about a person: what is their own, and where they are named.</summary>
public sealed class PersonalData(IStore store)
{
    private const int AtOnce = 200;

    public async IAsyncEnumerable<PersonalItem> Of(WorkspaceId workspace, PersonId person, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var kind in EveryKind.All)
        {
            string? after = null;
            do
            {
                var page = await kind.Find(store, workspace, PeopleNamed.Key(person), AtOnce, after, cancel);
                foreach (var item in page.SelectMany(document => Items(document, person)))
                {
                    yield return item;
                }

                after = page.Count == AtOnce ? page[^1].Bookmark : null;
            }
            while (after is not null);
        }
    }

    private static IEnumerable<PersonalItem> Items(KeptDocument document, PersonId person)
    {
        var root = JsonNode.Parse(document.Json)!;
        if (document.Owner == person)
        {
            return [new PersonalItem(document.Kind.Collection, null, "", [.. Values(root, "")])];
        }

        return Where(root, "", person.Value).Select(found => new PersonalItem(document.Kind.Collection, document.Id, found.As, found.Content));
    }

    /// <summary>The places in a document where the person is, each with what stands there about them.</summary>
    private static IEnumerable<(string As, IReadOnlyList<(string Name, string Value)> Content)> Where(JsonNode? node, string path, string person)
    {
        switch (node)
        {
            case JsonObject held:
                var own = path.Length > 0 && held.Any(one => IsText(one.Value, person));
                if (own)
                {
                    yield return (path, held.Count <= 2 ? [] : [.. Values(held, "")]);
                    yield break;
                }

                foreach (var (key, value) in held)
                {
                    if (IsText(value, person))
                    {
                        yield return (key, []);
                    }

                    foreach (var deeper in Where(value, path.Length == 0 ? key : $"{path}.{key}", person))
                    {
                        yield return deeper;
                    }
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    if (IsText(item, person))
                    {
                        yield return (path, []);
                    }

                    foreach (var deeper in Where(item, path, person))
                    {
                        yield return deeper;
                    }
                }

                break;
        }
    }

    private static IEnumerable<(string Name, string Value)> Values(JsonNode? node, string path) => node switch
    {
        JsonObject held => held.SelectMany(one => Values(one.Value, path.Length == 0 ? one.Key : $"{path}.{one.Key}")),
        JsonArray items => items.SelectMany(item => Values(item, path)),
        JsonValue value => [(path, value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString())],
        _ => [],
    };

    private static bool IsText(JsonNode? node, string text) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() == text;
}
