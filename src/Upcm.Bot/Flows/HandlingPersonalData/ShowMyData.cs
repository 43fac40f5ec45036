using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.Exporting;
using Upcm.Bot.Flows.Telling;
using Upcm.Bot.People;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HandlingPersonalData;

/// <summary><c>mijn gegevens</c>: what is kept about whoever asks, in short and as a file, to that person alone.</summary>
public sealed class ShowMyData(PersonalData data, PersonalDataExport export, ExportDesk desk, ExportCards cards) : ICommand
{
    private const int Shown = 12;

    /// <summary>How long the answer waits for the file.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public Sentence Sentence { get; } = new(
        ["mijn gegevens", "mijn persoonsgegevens", "wat weet je van mij"], ["my data", "my personal data", "what do you know about me"],
        new Phrase("alles wat ik van je bewaar, als bestand", "everything I keep about you, as a file"));

    public ValueTask Run(Turn turn, string rest) => Show(turn, turn.Person.Id, turn.Person.Name);

    /// <param name="person">The speaker, or whom an administrator asks about.</param>
    internal async ValueTask Show(Turn turn, PersonId person, string name)
    {
        var en = turn.Culture.IsEnglish();
        var own = person == turn.Person.Id;
        Dictionary<string, int> counts = [];
        await foreach (var item in data.Of(turn.Workspace, person, turn.Cancel))
        {
            var sort = PersonalDataWords.Sort(item.Collection, turn.Culture);
            counts[sort] = counts.GetValueOrDefault(sort) + 1;
        }

        var words = own ? ExportCards.Saying(export, Format.Excel, null, null, null, turn.Culture) : $"{(en ? "data of" : "gegevens van")} {name}";
        var job = desk.Start(turn, export.Of(turn, person, name), Format.Excel, words);
        await desk.Wait(job, Patience, turn.Cancel);
        var file = job.Outcome is { } outcome ? cards.Of(job, outcome, own ? export.Formats : [], turn.Culture) : ExportCards.Progress(job, turn.Culture);
        turn.Record(History.DataShown, null, null);
        Alone.Tell(turn, "answer", new Card(own ? en ? "What I keep about you" : "Wat ik van je bewaar" : en ? $"What I keep about {name}" : $"Wat ik bewaar over {name}")
        {
            Status = counts.Count == 0 ? en ? "Nothing" : "Niets" : null,
            Body =
            [
                new Facts([.. counts.OrderByDescending(one => one.Value).Take(Shown).Select(one => new Fact(one.Key, one.Value.ToString(turn.Culture)))]),
                .. file.Body,
                new Text(
                    en ? "Say \"privacy\" for why and how long, \"forget me\" to have it erased." : "Zeg \"privacy\" voor waarom en hoe lang, \"vergeet mij\" om het te laten wissen.",
                    Tone.Subtle),
            ],
            Buttons = file.Buttons,
        });
    }
}

/// <summary><c>gegevens van Piet</c>, for an administrator who answers somebody's request.</summary>
public sealed class ShowDataOf(ShowMyData mine, Standings standings) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["gegevens van"], ["data of"],
        new Phrase("wat ik van iemand bewaar, voor de beheerder", "what I keep about somebody, for the administrator"), new Phrase("naam", "name"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (!await Refusals.Allows(turn, Deed.HandlePersonalData, await standings.InTeam(turn, null), null))
        {
            return;
        }

        if (await PeopleSearch.One(turn, rest) is { } person)
        {
            await mine.Show(turn, person.Id, person.Name);
        }
        else
        {
            turn.Say($"Ik ken niemand met de naam \"{rest}\", of meer dan een. Noem de hele naam.", $"I know nobody named \"{rest}\", or more than one. Give the whole name.");
        }
    }
}
