using System.Text.Json.Serialization;
using Upcm.Bot.Storage;

namespace Upcm.Bot.Tests.Storage;

internal sealed record Note(string Id, string Text, int Number, params string[] Keys)
{
    public static Kind<Note> Kind { get; } = new("notes", static () => NoteJson.Default.Note, static it => it.Id, static it => it.Keys);

    public static Kind<Note> OtherKind { get; } = Kind with { Collection = "others" };
}

[JsonSerializable(typeof(Note))]
internal sealed partial class NoteJson : JsonSerializerContext;
