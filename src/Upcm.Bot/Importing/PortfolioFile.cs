using Upcm.Bot.Programme;
using Upcm.Domain;

namespace Upcm.Bot.Importing;

/// <summary>A portfolio file, read part by part: of a hundred thousand initiatives one is in memory at a time.</summary>
internal sealed class PortfolioFile(string path, WorkingMethod method, DateOnly today)
{
    private readonly string name = Path.GetFileName(path);

    public ImportProblems Problems { get; } = new();

    /// <summary>How many initiatives were read so far, sound or not.</summary>
    public int Initiatives { get; private set; }

    /// <summary>How far reading is, from 0 to 1.</summary>
    public double Fraction { get; private set; }

    /// <returns>Each sound <see cref="PortfolioItem"/>, <see cref="PortfolioOffice"/>, <see cref="PortfolioRole"/> and <see cref="PortfolioParty"/>.</returns>
    public IEnumerable<object> Read()
    {
        using var stream = new FileStream(path, new FileStreamOptions { Access = FileAccess.Read, Options = FileOptions.SequentialScan });
        using var text = new StreamReader(stream);
        var findings = new Findings();
        var reader = new ReadItem(method, today, Problems);
        var roleReader = new ReadRole(method, Problems);
        var (offices, roles, parties) = (0, 0, 0);
        var any = false;
        foreach (var part in YamlTree.Parts(text, name, findings))
        {
            any = true;
            Fraction = stream.Length == 0 ? 1 : (double)stream.Position / stream.Length;
            object? read = part.Key.Value switch
            {
                "initiatives" => reader.Read(part.Value, Initiatives++),
                "offices" => reader.Office(part.Value, offices++),
                "roles" => roleReader.Read(part.Value, roles++),
                "parties" => reader.Party(part.Value, parties++),
                "programme" => OfThisProgramme(part.Value),
                _ => Unknown(part.Key),
            };
            if (read is not null)
            {
                yield return read;
            }
        }

        foreach (var finding in findings.Problems)
        {
            Problems.Report(
                new Programme.Place(name, finding.Line, finding.Column), "", $"dit is geen leesbare YAML: {finding.Message}", finding.Message);
        }

        if (!any && Problems.Count == 0)
        {
            Problems.Report(new Programme.Place(name, 1, 1), "", "hier staat niets om in te lezen.", "there is nothing to import here.");
        }
    }

    private object? OfThisProgramme(YamlNode said)
    {
        if (said is not YamlText { Value: var id } || id != method.Id)
        {
            Problems.Report(said.At, "programme",
                $"dit bestand hoort bij een ander programma dan {method.Id}.", $"this file belongs to another programme than {method.Id}.");
        }

        return null;
    }

    private object? Unknown(YamlText key)
    {
        Problems.Report(key.At, key.Value,
            "dit veld ken ik niet. Bekend zijn: programme, initiatives, offices, roles, parties.",
            "I do not know this field. Known are: programme, initiatives, offices, roles, parties.");
        return null;
    }
}
