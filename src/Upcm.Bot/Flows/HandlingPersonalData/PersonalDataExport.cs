using System.Globalization;
using System.Runtime.CompilerServices;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;
using Upcm.Bot.Flows.Exporting;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HandlingPersonalData;

/// <summary>Everything that is kept about whoever asks, as a table that people and programs can read.</summary>
public sealed class PersonalDataExport(PersonalData data) : IExport
{
    private const int MostInACell = 30_000; // Excel takes 32 767

    public Phrase Name { get; } = new("mijn gegevens", "my data");

    public IReadOnlyList<string> Also { get; } = ["persoonsgegevens", "personal data"];

    public IReadOnlyList<Format> Formats => Format.OfBooks;

    public ExportSubject Subject => ExportSubject.Mine;

    public ValueTask<Exported?> Prepare(Turn turn, ExportAsked asked)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return ValueTask.FromResult<Exported?>(Of(turn, turn.Person.Id, turn.Person.Name));
    }

    public Exported Of(Turn turn, PersonId person, string name)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var en = turn.Culture.IsEnglish();
        var title = en ? $"Kept about {name}" : $"Bewaard over {name}";
        var book = new Book(
            title,
            en ? "en" : "nl",
            AboutBook.Of(
                turn,
                title,
                new(en ? "What" : "Wat", en ? "Everything the bot keeps that is yours or names you." : "Alles wat de bot bewaart dat van jou is of jou noemt."),
                new(
                    en ? "Not in it" : "Niet erbij",
                    en ? "Texts in which somebody typed your name: those are the programme's records." : "Teksten waarin iemand je naam typte: dat zijn stukken van het programma.")),
            [
                new Sheet(
                    en ? "Data" : "Gegevens",
                    [new Column(en ? "Sort" : "Soort", Width: 26), new Column(en ? "Of" : "Waarvan", Width: 20), new Column(en ? "As" : "Als", Width: 22), new Column(en ? "Content" : "Inhoud", Width: 90)],
                    Rows(turn.Workspace, person, turn.Culture, turn.Cancel)),
            ]);
        return new Exported(string.Create(CultureInfo.InvariantCulture, $"{(en ? "my data" : "mijn gegevens")} {turn.Today:yyyy-MM-dd}"), book);
    }

    private async IAsyncEnumerable<IReadOnlyList<object?>> Rows(WorkspaceId workspace, PersonId person, CultureInfo culture, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var item in data.Of(workspace, person, cancel))
        {
            var content = string.Join("\n", item.Content.Select(one => $"{PersonalDataWords.Field(one.Name, culture)}: {one.Value}"));
            do
            {
                var part = content.Length <= MostInACell ? content : content[..MostInACell];
                content = content[part.Length..];
                yield return [PersonalDataWords.Sort(item.Collection, culture), item.About, PersonalDataWords.Field(item.As, culture), part];
            }
            while (content.Length > 0);
        }
    }
}
