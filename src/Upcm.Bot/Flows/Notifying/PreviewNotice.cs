using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.PassingGates;
using Upcm.Bot.Flows.Telling;
using Upcm.Bot.Notifications;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Notifying;

/// <summary><c>voorbeeld herinnering</c>: what a message would say now, to the speaker only.</summary>
public sealed class PreviewNotice(ShowDigest digest, ShowSummary summary, Reminders reminders) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["voorbeeld", "voorbeeld van"], ["example", "preview"],
        new Phrase("hoe een bericht eruitziet, nu en alleen voor jou: voorbeeld herinnering", "what a message looks like, now and to you only: example reminder"), new Phrase("bericht", "message"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var en = turn.Culture.IsEnglish();
        var asked = rest.Trim();
        var notice = Notice.All.Where(one => !one.Asked).FirstOrDefault(one =>
            new[] { one.Kind, one.Name.Nl, one.Name.En }.Contains(asked, StringComparer.OrdinalIgnoreCase));
        if (notice is null)
        {
            turn.Show(new Card(asked.Length == 0 ? en ? "An example of which message?" : "Van welk bericht wil je een voorbeeld?" : en ? $"I send no message \"{asked}\"" : $"Een bericht \"{asked}\" stuur ik niet")
            {
                Buttons = [.. Notice.All.Where(one => !one.Asked && HasExample(one.Kind)).Select(one =>
                    Sayings.Button(one.Name.In(turn.Culture), $"{Sentence.Name(turn.Culture)} {one.Name.In(turn.Culture).ToLowerInvariant()}"))],
            });
            return;
        }

        switch (notice.Kind)
        {
            case "digest":
                await digest.Run(turn, "");
                return;
            case "summary":
                await summary.Run(turn, "");
                return;
        }

        if (await Example(turn, notice.Kind) is { } card)
        {
            Alone.Tell(turn, notice.Kind, card);
        }
        else
        {
            turn.Say($"Er is nu niets voor het bericht \"{notice.Name.Nl}\".", $"There is nothing for the message \"{notice.Name.En}\" now.");
        }
    }

    private static bool HasExample(string kind) =>
        kind is "digest" or "summary" or Reminders.ToOwner or Reminders.ToLead or "initiative-registered" or "gate-requested" or "alarm";

    private async ValueTask<Card?> Example(Turn turn, string kind)
    {
        switch (kind)
        {
            case Reminders.ToOwner or Reminders.ToLead:
                List<Owed> owed = [];
                await foreach (var one in reminders.All(turn.Workspace, turn.Today.AddDays(14), turn.Cancel))
                {
                    if ((one.Owner.Id == turn.Person.Id) == (kind == Reminders.ToOwner) && owed.Count < 20)
                    {
                        owed.Add(one);
                    }
                }

                return owed.Count == 0 ? null : reminders.Card(owed, kind, turn.Culture);
            case "initiative-registered":
                foreach (var team in Teams.WithPortfolio(turn.Method))
                {
                    if (await turn.Find(Kinds.Initiatives, $"team={team.Id}|", 1, descending: true) is [{ Document: var initiative }])
                    {
                        return InitiativeCard.Registered(initiative, turn.Method, turn.Culture);
                    }
                }

                return null;
            case "gate-requested":
                return await Gate(turn);
            case "alarm":
                return Sending.TroubleWords.Card([new Trouble(TroubleKind.Stuck, "posts", turn.Now, 3)], turn.Culture);
            default:
                return null;
        }
    }

    /// <summary>A gate of the speaker's initiatives that waits for a decision.</summary>
    private static async ValueTask<Card?> Gate(Turn turn)
    {
        foreach (var initiative in await Initiatives.Of(turn, 10))
        {
            if (await GateView.Of(turn.Reader, turn.Method, turn.Now, initiative.Number) is { Review.State: GateReviewState.Requested } view)
            {
                return (await GateCard.Of(turn, view, turn.Culture)).For(Standing.None);
            }
        }

        return null;
    }
}
