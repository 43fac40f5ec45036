using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;
using Upcm.Bot.Files;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>What is said about files: which there are, how far one is, where it is.</summary>
/// <param name="links">Null where the bot has no address of its own: then the file's place on this machine is told.</param>
public sealed class ExportCards(FileLinks? links = null)
{
    private static readonly Phrase Link = new("Open {0}", "Open {0}");

    /// <summary>What to say for an export.</summary>
    public static string Saying(IExport export, Format format, Initiative? initiative, Team? team, int? version, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(export);
        ArgumentNullException.ThrowIfNull(format);
        var en = culture.IsEnglish();
        return string.Join(' ', new[]
        {
            en ? "export" : "exporteer",
            export.Name.In(culture),
            initiative?.Number.ToString() ?? team?.Id,
            version is { } wanted ? string.Create(CultureInfo.InvariantCulture, $"{(en ? "version" : "versie")} {wanted}") : null,
            en ? "as" : "als",
            format.Words[0],
        }.OfType<string>());
    }

    /// <summary>How it ended.</summary>
    /// <param name="formats">In which else it can be had.</param>
    public Card Of(ExportJob job, ExportOutcome outcome, IReadOnlyList<Format> formats, CultureInfo culture) => outcome switch
    {
        FileMade made => Made(job, made.File, formats, culture),
        ExportCancelled => Cancelled(job.Title, job.Words, culture),
        ExportFailed failed => Failed(job, failed, culture),
        _ => throw new NotSupportedException(outcome.GetType().Name),
    };

    public static Card Progress(ExportJob job, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(job);
        var en = culture.IsEnglish();
        var (done, all) = (job.Done, job.Exported.Rows ?? 0);
        return new Card($"{job.Title} ({job.Format.Name})")
        {
            Status = done == 0
                ? en ? "Being made" : "Wordt gemaakt"
                : string.Create(culture, $"{Math.Min(99, done * 100 / Math.Max(1, all))} % · {done:#,0} {(en ? "of" : "van")} {Math.Max(done, all):#,0} {(en ? "rows" : "regels")}"),
            Body = [new Text(en ? "The file appears here when it is ready." : "Het bestand verschijnt hier zodra het klaar is.")],
            Buttons = [new Button(en ? "Cancel" : "Annuleren", new Press("cancel-export", ("export", job.Id)), en ? "cancel export" : "stop export")],
        };
    }

    public static Card Cancelled(string title, string words, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        return new Card(title)
        {
            Body = [new Text(en ? "The export was cancelled; there is no file." : "De export is geannuleerd; er is geen bestand.")],
            Buttons = [Sayings.Button(en ? "Start again" : "Begin opnieuw", words)],
        };
    }

    /// <summary>The service stopped in between.</summary>
    public static Card Interrupted(RunningExport running)
    {
        ArgumentNullException.ThrowIfNull(running);
        var en = Cultures.Of(running.Language).IsEnglish();
        return new Card(running.Title)
        {
            Body = [new Text(
                en ? "I was restarted while I was making this file, so it is not there. Do you still want it?" : "Ik ben opnieuw gestart terwijl ik dit bestand maakte. Het is er dus niet. Wil je het nog hebben?",
                Tone.Warning)],
            Buttons = [Sayings.Button(en ? "Start again" : "Begin opnieuw", running.Words, ButtonTone.Main)],
        };
    }

    /// <summary>What there is to export, of this initiative or at all.</summary>
    public static async ValueTask<Card> Choose(Turn turn, IEnumerable<IExport> exports, Initiative? initiative, ExportWords words)
    {
        var en = turn.Culture.IsEnglish();
        List<Element> body = [];
        var understood = words.Rest.Length > 0 && initiative is null;
        if (understood)
        {
            body.Add(new Text(en ? $"I do not know \"{words.Rest}\" as something to export. This is what there is:" : $"\"{words.Rest}\" ken ik niet als iets om te exporteren. Dit is er:"));
        }

        foreach (var export in exports.Where(one => initiative is null || one.Subject is ExportSubject.Initiative or ExportSubject.Mine))
        {
            if (initiative is null || await export.Has(turn, initiative))
            {
                var format = words.Format is { } wanted && export.Formats.Contains(wanted) ? wanted : export.Formats[0];
                body.Add(new Row(
                    Capital(export.Name.In(turn.Culture), turn.Culture),
                    string.Join(", ", export.Formats.Select(one => one.Name)),
                    Sayings.Button(format.Name, Saying(export, format, initiative, null, null, turn.Culture))));
            }
        }

        return new Card(initiative is null ? en ? "What would you like as a file?" : "Wat wil je als bestand?" : $"{initiative.Number} {initiative.Title}: {(en ? "as a file" : "als bestand")}")
        {
            Body = body.Count > (understood ? 1 : 0) ? body : [new Text(en ? "There is nothing to export of it yet." : "Er valt nog niets van te exporteren.")],
        };
    }

    public static Card OtherFormat(IExport export, Format wanted, Initiative? initiative, ExportWords words, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(export);
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(words);
        var en = culture.IsEnglish();
        var name = Capital(export.Name.In(culture), culture);
        return new Card(en ? $"{name} as {wanted.Name} does not exist" : $"{name} als {wanted.Name} bestaat niet")
        {
            Body = [new Text(en ? "It can be had as:" : "Het kan wel als:")],
            Buttons = [.. export.Formats.Select(format => Sayings.Button(format.Name, Saying(export, format, initiative, null, words.Version, culture)))],
        };
    }

    public static Card WhichTeam(IExport export, Format format, string said, IReadOnlyList<Team> teams, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(export);
        var en = culture.IsEnglish();
        return new Card(en ? $"\"{said}\" is no team that I know" : $"\"{said}\" ken ik niet als team")
        {
            Body = [new Text(en ? "Of which team would you like the file?" : "Van welk team wil je het bestand?")],
            Buttons =
            [
                .. teams.Select(team => Sayings.Button(team.Name.In(culture), Saying(export, format, null, team, null, culture))),
                Sayings.Button(en ? "All teams" : "Alle teams", Saying(export, format, null, null, null, culture)),
            ],
        };
    }

    private Card Made(ExportJob job, KeptFile file, IReadOnlyList<Format> formats, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var ends = TimeZoneInfo.ConvertTime(file.Ends, Clock.Amsterdam).ToString("dddd d MMMM HH:mm", culture);
        return new Card(job.Title)
        {
            Status = $"{job.Format.Name} · {Size(file.Bytes, culture)}",
            Body = links is null
                ? [new Text(file.Path)]
                : [new Text(en
                    ? $"The link works until {ends}. Whoever has it can open the file, so pass on the file rather than the link."
                    : $"De link werkt tot {ends}. Wie hem heeft, kan het bestand openen: geef dus liever het bestand door dan de link.")],
            Buttons =
            [
                .. links is null ? Array.Empty<Button>() : [Button.Opening(Link.In(culture, job.Format.Name), links.Address(file), ButtonTone.Main)],
                .. formats.Where(format => format != job.Format).Select(format => Sayings.Button(format.Name, InFormat(job, format))),
            ],
        };
    }

    private static Card Failed(ExportJob job, ExportFailed failed, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        return new Card(job.Title)
        {
            Body = [new Text(
                en
                    ? $"The file could not be made, sorry. Please try again later. If it keeps failing, report number {failed.Incident}."
                    : $"Het bestand kon niet worden gemaakt, dat spijt ons. Probeer het straks nog eens. Blijft het misgaan, meld dan nummer {failed.Incident}.",
                Tone.Problem)],
            Buttons = [Sayings.Button(en ? "Try again" : "Probeer opnieuw", job.Words)],
        };
    }

    /// <summary>The same in another format: what was said ends with the format.</summary>
    private static string InFormat(ExportJob job, Format format) => string.Concat(job.Words.AsSpan(0, job.Words.LastIndexOf(' ') + 1), format.Words[0]);

    private static string Size(long bytes, CultureInfo culture) => bytes < 1024 * 1024
        ? string.Create(culture, $"{Math.Max(1, bytes / 1024):#,0} kB")
        : string.Create(culture, $"{bytes / 1024m / 1024m:0.0} MB");

    private static string Capital(string text, CultureInfo culture) => char.ToUpper(text[0], culture) + text[1..];
}
