using FuzzySharp;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Talk;
using Upcm.Bot.Flows;
using Upcm.Bot.People;

namespace Upcm.Bot.Conversation;

/// <summary>Finds what answers an arrival. Nothing ends here without an answer.</summary>
public sealed class Router(IEnumerable<ICommand> commands, IEnumerable<IButton> buttons, FormConversation forms, BegunForms begun, Welcome welcome, ChannelNews channels)
{
    /// <summary>Nobody means a command by more than this, and comparing letter by letter takes long.</summary>
    private const int LongestSaid = 300;

    /// <summary>Of 100: below it words have letters in common and nothing else.</summary>
    private const int LooksAlike = 60;

    private const int LongestSought = 30;

    private readonly List<ICommand> commands = [.. commands];

    /// <summary>All that can be said, the longest words first.</summary>
    private readonly (string Words, ICommand Command)[] sayings =
        [.. commands.SelectMany(static command => command.Sentence.All, static (command, words) => (words, command)).OrderByDescending(static pair => pair.words.Length)];

    private readonly Dictionary<string, IButton> buttons = buttons.ToDictionary(button => button.Verb, StringComparer.Ordinal);

    public async ValueTask Route(Turn turn)
    {
        await (turn.Arrival.What switch
        {
            Said said => Hear(turn, said),
            Pressed pressed => Press(turn, pressed),
            Installed or PeopleJoined => welcome.Greet(turn),
            PeopleLeft left => Departures.Note(turn, left),
            ChannelChanged changed => channels.Changed(turn, changed),
            Uninstalled => Leave(turn),
            _ => ValueTask.CompletedTask,
        });
        if (turn.Arrival.What is not (Said or Pressed) || turn.Answer.Utterances.Count > 0 || turn.IsPosted)
        {
            return;
        }

        if (turn.Changes.Any)
        {
            turn.Say("Gedaan.", "Done.");
        }
        else
        {
            turn.Say("Er is niets veranderd. Zeg \"help\" voor wat je kunt doen.", "Nothing has changed. Say \"help\" for what you can do.");
        }
    }

    private async ValueTask Leave(Turn turn)
    {
        await Welcome.Forget(turn);
        await channels.Removed(turn);
    }

    private async ValueTask Hear(Turn turn, Said said)
    {
        var text = said.Text.Trim();
        if (turn.IsPersonal && await forms.Offers(turn, text))
        {
            await forms.Hear(turn, said);
        }
        else if (Exactly(text.TrimEnd('?', ' '), isInForm: turn.IsPersonal && turn.Person.ActiveDraft is not null) is var (command, rest))
        {
            await command.Run(turn, rest);
            if (turn.IsPersonal)
            {
                await forms.Remind(turn);
            }
        }
        else if (turn.IsPersonal && await forms.Hear(turn, said))
        {
            return;
        }
        else if (text.Length <= LongestSaid && Nearly(text) is var (near, after))
        {
            await near.Run(turn, after);
        }
        else if (turn.IsPersonal && FormTalk.IsOfForms(text))
        {
            turn.Show(await begun.NothingWaits(turn));
        }
        else
        {
            turn.Show(DidYouMean(turn, text));
        }
    }

    private async ValueTask Press(Turn turn, Pressed pressed)
    {
        if (await forms.Press(turn, pressed))
        {
            return;
        }

        if (pressed.Press.Verb == "say" && pressed.Press.Data.GetValueOrDefault("text") is { } text)
        {
            await Hear(turn, new Said(text, []));
        }
        else if (buttons.TryGetValue(pressed.Press.Verb, out var button))
        {
            await button.Press(turn, pressed);
        }
        else
        {
            turn.Say(
                "Deze knop werkt niet meer. Zeg \"help\" voor wat er nu kan.", "This button no longer works. Say \"help\" for what you can do now.");
        }
    }

    /// <summary>The command whose words the text is, or starts with where something may follow; the longest words win.</summary>
    private (ICommand Command, string After)? Exactly(string text, bool isInForm)
    {
        foreach (var (words, command) in sayings)
        {
            if (text.StartsWith(words, StringComparison.OrdinalIgnoreCase)
                && (text.Length == words.Length || (command.Sentence.Takes is not null && Parts(command.Sentence, text, words.Length, isInForm))))
            {
                return (command, text[words.Length..].TrimStart(':', ' ').Trim().TrimEnd('?'));
            }
        }

        return null;
    }

    private static bool Parts(Sentence sentence, string text, int at, bool isInForm) =>
        text[at] == ':' || (text[at] == ' ' && (!sentence.NeedsColonOrNumber(isInForm) || (text.Length > at + 1 && char.IsAsciiDigit(text[at + 1]))));

    /// <summary>The command meant by words with a typing error, where there is no doubt.</summary>
    private (ICommand Command, string After)? Nearly(string text)
    {
        var said = text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var best = commands
            .SelectMany(command => command.Sentence.All, (command, words) => (command, words))
            .Select(pair =>
            {
                var length = Math.Min(pair.words.Count(c => c == ' ') + 1, said.Length);
                var start = pair.command.Sentence.Takes is null ? string.Join(' ', said) : string.Join(' ', said[..length]);
                return (pair.command, After: string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)[length..]), Score: Fuzz.Ratio(start, pair.words));
            })
            .MaxBy(candidate => candidate.Score);
        return best.Score >= 84 ? (best.command, best.After) : null;
    }

    /// <summary>What looks like it; where nothing does, the text is looked for among the initiatives.</summary>
    private Card DidYouMean(Turn turn, string text)
    {
        var en = turn.Culture.IsEnglish();
        var compared = (text.Length <= LongestSaid ? text : text[..LongestSaid]).ToLowerInvariant();
        var near = commands
            .Select(command => (Words: command.Sentence.Name(turn.Culture), Score: command.Sentence.All.Max(words => Fuzz.WeightedRatio(compared, words))))
            .Where(static one => one.Score >= LooksAlike)
            .OrderByDescending(static one => one.Score)
            .Take(3)
            .Select(static one => one.Words)
            .ToList();
        var shown = Shorter.Than(60, text);
        string[] general = near.Count > 0 ? ["help"] : [.. text.Length <= LongestSought ? [$"{(en ? "search" : "zoek")} {text}"] : Array.Empty<string>(), en ? "my overview" : "mijn overzicht", "help"];
        return new Card(en ? "I am not sure what you mean" : "Ik weet niet zeker wat je bedoelt")
        {
            Body =
            [
                new Text(en
                    ? $"You said \"{shown}\". {(near.Count > 0 ? "Did you mean one of these?" : "This can be done:")}"
                    : $"Je zei \"{shown}\". {(near.Count > 0 ? "Bedoel je een van deze?" : "Dit kan wel:")}"),
            ],
            Buttons = [.. near.Concat(general).Distinct().Select(words => new Button(words, Sayings.Press(words), words))],
        };
    }
}

/// <summary>A button that does what saying the words would do.</summary>
public static class Sayings
{
    public static Press Press(string words) => new("say", ("text", words));

    public static Button Button(string label, string words, ButtonTone tone = ButtonTone.Normal) => new(label, Press(words), words, tone);
}
