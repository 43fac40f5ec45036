using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;
using Upcm.Bot.Files;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Exporting;

/// <summary><c>exporteer impactsheet 20-004 als pdf</c>, <c>pdf van 20-004</c>: a file, to whoever asks and nobody else.</summary>
/// <param name="links">Null where the bot has no address of its own: then the file's place on this machine is told.</param>
public sealed class Export(IEnumerable<IExport> exports, ExportDesk desk, Standings standings, ExportCards cards, FileLinks? links = null) : ICommand
{
    /// <summary>How long an answer waits for its file; after that it is told how far it is.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly List<IExport> exports = [.. exports];

    public Sentence Sentence { get; } = new(
        ["exporteer", "export", "download", "pdf", "pdf van", "word", "word van", "excel", "excel van", "csv", "csv van", "ics"],
        ["export", "download", "pdf of", "word of", "excel of", "csv of"],
        new Phrase("een bestand om door te geven: exporteer impactsheet 20-004 als pdf", "a file to hand on: export impact sheet 20-004 as pdf"),
        new Phrase("wat, waarvan en als wat", "what, of what and as what"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var words = ExportWords.Read(turn.Words, exports);
        Initiative? initiative = null;
        if (words.Number is not null || (words.Export ?? Only(words))?.Subject == ExportSubject.Initiative)
        {
            initiative = await Initiatives.Named(turn, words.Number ?? words.Rest);
            if (initiative is null)
            {
                return;
            }
        }

        if ((words.Export ?? await Only(turn, words, initiative)) is not { } export)
        {
            turn.Replace(await ExportCards.Choose(turn, exports, initiative, words));
        }
        else if (words.Format is { } wanted && !export.Formats.Contains(wanted))
        {
            turn.Replace(ExportCards.OtherFormat(export, wanted, initiative, words, turn.Culture));
        }
        else
        {
            await Make(turn, export, words.Format ?? export.Formats[0], initiative, words);
        }
    }

    /// <summary>The only thing that there is in this format, before it is known of what.</summary>
    private IExport? Only(ExportWords words) =>
        words.Format is { } format && exports.Where(one => one.Formats.Contains(format)).ToList() is [var only] ? only : null;

    /// <summary>The only thing that there is of this initiative, where it was not said what is wanted.</summary>
    private async ValueTask<IExport?> Only(Turn turn, ExportWords words, Initiative? initiative)
    {
        if (initiative is null)
        {
            return Only(words);
        }

        List<IExport> there = [];
        foreach (var one in exports.Where(one => one.Subject == ExportSubject.Initiative && (words.Format is null || one.Formats.Contains(words.Format))))
        {
            if (await one.Has(turn, initiative))
            {
                there.Add(one);
            }
        }

        return there is [var only] ? only : there is [] && words.Format == Format.Calendar ? Only(words) : null;
    }

    private async ValueTask Make(Turn turn, IExport export, Format format, Initiative? initiative, ExportWords words)
    {
        Team? team = null;
        if (export.Subject == ExportSubject.Team && words.Rest.Length > 0 && words.Rest is not ("alles" or "all" or "alle teams" or "all teams"))
        {
            var teams = export.Among(turn.Method).ToList();
            team = Teams.Named(turn.Method, words.Rest, teams);
            if (team is null)
            {
                turn.Replace(ExportCards.WhichTeam(export, format, words.Rest, teams, turn.Culture));
                return;
            }
        }

        var standing = initiative is null ? await standings.InTeam(turn, team?.Id) : await standings.Towards(turn, initiative);
        if (!await Refusals.Allows(turn, export.Deed, standing, initiative?.Team ?? team?.Id, initiative))
        {
            return;
        }

        if (await export.Prepare(turn, new ExportAsked(initiative, team, words.Version)) is { } exported)
        {
            await Hand(turn, desk.Start(turn, exported with { Content = WrittenIn.Told(exported.Content) }, format, ExportCards.Saying(export, format, initiative, team, words.Version, turn.Culture)), export);
        }
    }

    private async ValueTask Hand(Turn turn, ExportJob job, IExport export)
    {
        await desk.Wait(job, links is null ? Timeout.InfiniteTimeSpan : Patience, turn.Cancel);
        if (job.Outcome is { } outcome)
        {
            Telling.Alone.Tell(turn, "export", cards.Of(job, outcome, export.Formats, turn.Culture));
            return;
        }

        if (job.IsTold && await turn.Load(Kinds.Exports, job.Id) is not null)
        {
            turn.Replace(ExportCards.Progress(job, turn.Culture));
            return;
        }

        job.IsTold = true;
        turn.Changes.Insert(Kinds.Exports, new RunningExport { Id = job.Id, Person = turn.Person.Id, Title = job.Title, Words = job.Words, Started = turn.Now, Language = turn.Person.Language });
        turn.Write(turn.Person, "export", RunningExport.OccasionOf(job.Id), ExportCards.Progress(job, turn.Culture));
        turn.Say(
            turn.IsPersonal ? "Dit duurt even. Je ziet hier hoe ver ik ben; je kunt ondertussen gewoon doorgaan." : "Dit duurt even. Ik stuur het je persoonlijk.",
            turn.IsPersonal ? "This takes a while. You can see here how far I am, and carry on in the meantime." : "This takes a while. I will send it to you in person.");
    }
}
