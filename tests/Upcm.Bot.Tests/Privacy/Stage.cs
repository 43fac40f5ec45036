using System.Text;
using System.Text.Json;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Privacy;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Privacy;

/// <summary>Somebody whose every mark can be told from everything else, in a workspace of others.</summary>
internal sealed class Stage(Talker bot)
{
    /// <summary>With a letter that JSON writes otherwise.</summary>
    public const string Name = "Kanarië Zevenster";
    public const string Id = "canary-7f3a9e2c-id";
    public const string Answer = "kanarie-antwoord-5d1b";
    public const string Message = "kanarie-bericht-88e0";

    /// <summary>Whatever may not be left of them.</summary>
    public static IReadOnlyList<string> Marks { get; } = [Name, Id, Answer, Message, "canary-place-41", "canary-address-17"];

    public async Task<string> Say(string text, string channel = "personal")
    {
        var answer = await Hear(new Said(text, []), channel);
        return Talker.Plain(answer);
    }

    public ValueTask<Answer> Hear(Event what, string channel = "personal", string workspace = "tenant") => bot.Conversation.Take(
        new Arrival
        {
            Channel = "test",
            Workspace = new WorkspaceId(workspace),
            Place = channel == "personal"
                ? new Place("canary-place-41", PlaceKind.Personal, "canary-address-17")
                : new Place(channel, PlaceKind.Channel, "address"),
            From = new Sender(new PersonId(Id), $"29:{Id}", Name),
            What = what,
        },
        CancellationToken.None);

    /// <summary>They register and lead an initiative, begin a form, are asked, say things, have a file made, and others name them.</summary>
    public async Task Play()
    {
        var way = new Way(bot);
        await way.Begin(); // 26-001, of Sanne
        await Say("hoi");
        await Say(Message);
        foreach (var said in new[] { "meld initiatief", "Circulaire kozijnen", "Kozijnen die terugkomen", "realisatie", "ja" })
        {
            await Say(said);
        }

        await bot.Say($"benoem {Name} tot secretaris van realisatie", "beheer");
        await bot.Say("ja", "beheer");
        foreach (var said in new[] { "spanning", $"Ik mis overzicht", "ja" })
        {
            await Say(said);
        }

        await Say("meld initiatief");
        await Say(Answer); // a form that stays open
        await bot.Say("bewerk 26-001");
        await way.Submit("edit", "sanne", ("result", $"Hergebruik, zoals {Name} het voorstelde"));
        await way.Confirm("edit", "sanne");
        await Say("mijn overzicht", "channel");
        await Say("mijn gegevens");
    }

    public async Task<string> Forget()
    {
        await Say("stop");
        await Say("vergeet mij");
        await Say("ja");
        var answer = await Say("ja");
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await bot.Get<Eraser>().Ring(CancellationToken.None);
        return answer;
    }

    /// <summary>Where a mark is in any file of a folder, as it is or as JSON writes it.</summary>
    public static IReadOnlyList<string> Left(string folder, IEnumerable<string>? marks = null) =>
    [
        .. from file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
           where Path.GetFileName(file) != "upcm.lock"
           let bytes = Read(file)
           from mark in marks ?? Marks
           where Has(bytes, mark) || file.Contains(mark, StringComparison.Ordinal)
           select $"{Path.GetRelativePath(folder, file)}: {mark}",
    ];

    private static bool Has(byte[] bytes, string mark) =>
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(mark)) >= 0
        || bytes.AsSpan().IndexOf(JsonEncodedText.Encode(mark).EncodedUtf8Bytes) >= 0
        || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(mark)) >= 0;

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
