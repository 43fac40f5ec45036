using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Notifying.Examples;
using Upcm.Bot.Flows.Telling;
using Upcm.Bot.Notifications;

namespace Upcm.Bot.Flows.Notifying;

/// <summary><c>voorbeeld herinnering</c>: what a message would say now, to the speaker only.</summary>
public sealed class PreviewNotice(ShowDigest digest, ShowSummary summary, IEnumerable<INoticeExamples> examples) : ICommand
{
    private readonly Dictionary<string, Func<Turn, ValueTask<Example?>>> examples = examples.SelectMany(some => some.ByKind).ToDictionary(StringComparer.Ordinal);

    public Sentence Sentence { get; } = new(
        ["voorbeeld", "voorbeeld van"], ["example", "preview"],
        new Phrase("hoe een bericht eruitziet, nu en alleen voor jou: voorbeeld herinnering", "what a message looks like, now and to you only: example reminder"), new Phrase("bericht", "message"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var asked = rest.Trim();
        var notice = Notice.All.Where(one => !one.Asked).FirstOrDefault(one =>
            new[] { one.Kind, one.Name.Nl, one.Name.En }.Contains(asked, StringComparer.OrdinalIgnoreCase));
        switch (notice?.Kind)
        {
            case null:
                Offer(turn, asked);
                break;
            case "digest":
                await digest.Run(turn, "");
                break;
            case "summary":
                await summary.Run(turn, "");
                break;
            case var kind when await examples[kind](turn) is { } example:
                Alone.Tell(turn, kind, example.Shown(turn));
                break;
            default:
                turn.Say(
                    $"Er is nu niets voor het bericht \"{notice.Name.Nl}\". Het komt er zodra er een initiatief is.",
                    $"There is nothing for the message \"{notice.Name.En}\" now. There will be once there is an initiative.");
                break;
        }
    }

    private void Offer(Turn turn, string asked)
    {
        var en = turn.Culture.IsEnglish();
        turn.Show(new Card(asked.Length == 0 ? en ? "An example of which message?" : "Van welk bericht wil je een voorbeeld?" : en ? $"I send no message \"{asked}\"" : $"Een bericht \"{asked}\" stuur ik niet")
        {
            Buttons = [.. Notice.All.Where(one => !one.Asked).Select(one =>
                Sayings.Button(one.Name.In(turn.Culture), $"{Sentence.Name(turn.Culture)} {one.Name.In(turn.Culture).ToLower(turn.Culture)}"))],
        });
    }
}
