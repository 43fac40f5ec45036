using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Flows.Registering;
using Upcm.Bot.Programme;
using Upcm.Domain;

namespace Upcm.Bot.Importing;

/// <summary>Reads one initiative. What is registered goes by the keys and the rules of the registration form.</summary>
internal sealed class ReadItem(WorkingMethod method, DateOnly today, ImportProblems problems)
{
    private static readonly Dictionary<string, PartyKind> PartyKinds = new(StringComparer.Ordinal)
    {
        ["key-player"] = PartyKind.KeyPlayer,
        ["steering-member"] = PartyKind.SteeringMember,
    };

    private static readonly Dictionary<string, InitiativeStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["active"] = InitiativeStatus.Active,
        ["on-hold"] = InitiativeStatus.OnHold,
        ["stopped"] = InitiativeStatus.Stopped,
        ["closed"] = InitiativeStatus.Closed,
    };

    private readonly RegisterInitiativeForm form = new(method, today, []);

    /// <summary>Null where there is a problem.</summary>
    public PortfolioItem? Read(YamlNode node, int index)
    {
        var path = $"initiatives[{index}]";
        if (node is not YamlMap map)
        {
            problems.Report(node.At, path, "hier hoort een groep velden.", "a group of keys is wanted here.");
            return null;
        }

        var before = problems.Count;
        var group = new Group(map, path, problems);
        var (key, number) = (group.Text("key", 100), NumberOf(group));
        if (key is not null && key.AsSpan().ContainsAny('|', '\n'))
        {
            group.Report("key", "een key staat op één regel en heeft geen | erin.", "a key is on one line and has no | in it.");
        }

        if (key is null && number is null && !group.Has("key") && !group.Has("number"))
        {
            group.Report("key",
                "geef het initiatief een number of een key, zodat ik het bij een volgende import herken.",
                "give the initiative a number or a key, so that I know it again in a later import.");
        }

        var registration = Registration(group);
        var (phase, status) = Course(group);
        var by = group.Person("registered-by");
        var at = group.Day("registered");
        var gates = new ReadGates(method, registration?.Team ?? "");
        var read = new PortfolioItem
        {
            At = map.At,
            Path = path,
            Key = key,
            Number = number,
            Print = PrintOf(map),
            Registration = registration ?? new RegisterInitiative { Title = "", Result = "", Team = "" },
            Phase = phase,
            Round = group.Whole("round", 1, 99) ?? 1,
            Status = status,
            RegisteredBy = by,
            RegisteredAt = at is { } day ? PortfolioItem.Noon(day) : null,
            Sheets = [.. group.Rows("impact").Select((row, i) => ReadSheet.Of(row, i + 1, method))],
            Reports = [.. group.Rows("reports").Select((row, i) => ReadReport.Of(row, i + 1, phase, at, method))],
            Stakeholders = ReadStakeholders.Of(group.Rows("stakeholders"), method),
            Fingerprints = [.. group.Rows("fingerprints").Select((row, i) => ReadRound.Of(row, i + 1, phase, method))],
            Reviews = [.. group.Rows("gates").Select(gates.Of)],
            Actions = gates.Actions,
        };
        group.Done();
        return problems.Count == before ? read : null;
    }

    public PortfolioOffice? Office(YamlNode node, int index)
    {
        var path = $"offices[{index}]";
        if (node is not YamlMap map)
        {
            problems.Report(node.At, path, "hier hoort een groep velden.", "a group of keys is wanted here.");
            return null;
        }

        var before = problems.Count;
        var group = new Group(map, path, problems);
        _ = group.Needed("office");
        var office = group.OneOf("office", Offices.All);
        var team = group.OneOf("team", method.Teams.Select(one => one.Id));
        var person = group.Person("person");
        var acting = group.OneOf("acting", ["true", "false"]) == "true";
        group.Done();
        if (person is null && !group.Has("person"))
        {
            group.Missing("person");
        }

        if (office is not null && Appointment.IsOfWorkspace(office) == group.Has("team"))
        {
            group.Report("team",
                group.Has("team") ? "deze rol hoort niet bij een team." : "deze rol hoort bij een team.",
                group.Has("team") ? "this office belongs to no team." : "this office belongs to a team.");
        }

        return problems.Count == before ? new PortfolioOffice(office!, team, person!, acting) : null;
    }

    public PortfolioParty? Party(YamlNode node, int index)
    {
        var path = $"parties[{index}]";
        if (node is not YamlMap map)
        {
            problems.Report(node.At, path, "hier hoort een groep velden.", "a group of keys is wanted here.");
            return null;
        }

        var before = problems.Count;
        var group = new Group(map, path, problems);
        _ = (group.Needed("team"), group.Needed("kind"));
        var team = group.OneOf("team", method.Teams.Where(static one => one.ProjectType is not null).Select(static one => one.Id));
        var kind = group.OneOf("kind", PartyKinds.Keys);
        var name = group.Needed("name", 100);
        group.Done();
        return problems.Count == before ? new PortfolioParty(team!, PartyKinds[kind!], name) : null;
    }

    private static InitiativeNumber? NumberOf(Group group)
    {
        if (group.Text("number", 20) is not { } text)
        {
            return null;
        }

        if (InitiativeNumber.TryParse(text, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        group.Report("number", $"\"{text}\" is geen nummer. Een nummer ziet eruit als 20-004.", $"\"{text}\" is not a number. One looks like 20-004.");
        return null;
    }

    private RegisterInitiative? Registration(Group group)
    {
        var answers = Answers.None;
        foreach (var question in form.Questions(answers))
        {
            if (group.Node(question.Key) is not { } node)
            {
                if (!question.Optional)
                {
                    group.Missing(question.Key);
                }
            }
            else if (Canonical(group, question, node) is { Length: > 0 } canonical)
            {
                if (question.ProblemWith(canonical) is { } problem)
                {
                    problems.Report(node.At, group.Path(question.Key), problem);
                }

                answers = answers.With(question.Key, canonical);
            }
        }

        return form.Finish(answers);
    }

    private static string? Canonical(Group group, Question question, YamlNode node) => (question, question.Key) switch
    {
        (ChoiceQuestion one, _) => group.OneOf(node, question.Key, one.Choices.Select(choice => choice.Id)),
        (ChoicesQuestion many, _) => string.Join(',', group.Items(question.Key).Select((item, index) =>
            group.OneOf(item, $"{question.Key}[{index}]", many.Choices.Select(choice => choice.Id))).OfType<string>()),
        (_, "groups") => string.Join(", ", group.Texts(question.Key)),
        (PeopleQuestion, _) => group.Person(question.Key) is { } person ? $"{person.Id}|{person.Name}" : null,
        _ => group.TextOf(node, question.Key, 4000),
    };

    private (string Phase, InitiativeStatus Status) Course(Group group)
    {
        var last = method.Phases[^1].Id;
        var phase = group.OneOf("phase", method.Phases.Select(phase => phase.Id)) ?? method.Phases[0].Id;
        var status = group.OneOf("status", Statuses.Keys) is { } said ? Statuses[said]
            : phase == last ? InitiativeStatus.Closed
            : InitiativeStatus.Active;
        if (status == InitiativeStatus.Closed != (phase == last))
        {
            group.Report("status",
                $"de status closed hoort bij de fase {last}, en bij geen andere.",
                $"the status closed goes with the phase {last}, and with no other.");
        }

        return (phase, status);
    }

    private static string PrintOf(YamlNode node)
    {
        var print = new XxHash128();
        Append(print, node);
        return Convert.ToHexStringLower(print.GetCurrentHash());
    }

    private static void Append(XxHash128 print, YamlNode node)
    {
        switch (node)
        {
            case YamlMap map:
                print.Append("{"u8);
                foreach (var entry in map.Entries)
                {
                    Append(print, entry.Key);
                    Append(print, entry.Value);
                }

                print.Append("}"u8);
                break;
            case YamlList list:
                print.Append("["u8);
                list.Items.ForEach(item => Append(print, item));
                print.Append("]"u8);
                break;
            case YamlText text:
                print.Append(Encoding.UTF8.GetBytes(text.Value));
                print.Append("\0"u8);
                break;
        }
    }
}
