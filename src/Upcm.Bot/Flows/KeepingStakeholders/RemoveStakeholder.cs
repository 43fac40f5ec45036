using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Domain;

namespace Upcm.Bot.Flows.KeepingStakeholders;

/// <summary><c>stakeholder verwijderen 20-004 3</c>: asked once more before it is done.</summary>
public sealed class RemoveStakeholder(StakeholderView view, RemoveStakeholderButton button) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["stakeholder verwijderen", "verwijder stakeholder"], ["remove stakeholder", "delete stakeholder", "stakeholder remove"],
        new("een stakeholder verwijderen: stakeholder verwijderen 20-004 3", "remove a stakeholder: remove stakeholder 20-004 3"), new("nummer en naam", "number and name"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Stakeholders.Named(turn, rest) is not var (initiative, who) || !await view.Allows(turn, initiative))
        {
            return;
        }

        var sure = who.Split(' ')[^1].ToLowerInvariant() is "zeker" or "sure";
        var name = sure ? who[..Math.Max(0, who.LastIndexOf(' '))] : who;
        var map = (await Stakeholders.Of(turn, initiative.Number)).Document;
        if (await view.Named(turn, initiative, map, name) is not { } one)
        {
            return;
        }

        if (sure)
        {
            await button.Remove(turn, initiative, one.Id);
        }
        else
        {
            turn.Replace(Sure(turn, initiative, one));
        }
    }

    private static Card Sure(Turn turn, Initiative initiative, Stakeholder one)
    {
        var en = turn.Culture.IsEnglish();
        return new Card(en ? $"Remove {one.Name} from the list?" : $"{one.Name} van de lijst halen?")
        {
            Status = $"{initiative.Number} {initiative.Title}",
            Body = [new Text(en ? "The history keeps what was known of them." : "De geschiedenis bewaart wat er over hen bekend was.")],
            Buttons =
            [
                new(en ? "Remove" : "Verwijder", new Press(RemoveStakeholderButton.Pressed, ("number", initiative.Number.ToString()), ("id", one.Id.ToString(CultureInfo.InvariantCulture))),
                    string.Create(CultureInfo.InvariantCulture, $"{(en ? "remove stakeholder" : "stakeholder verwijderen")} {initiative.Number} {one.Id} {(en ? "sure" : "zeker")}"), ButtonTone.Grave),
                Sayings.Button(en ? "Keep" : "Laat staan", string.Create(CultureInfo.InvariantCulture, $"stakeholder {initiative.Number} {one.Id}")),
            ],
        };
    }
}

/// <summary>Removes who it was made for.</summary>
public sealed class RemoveStakeholderButton(StakeholderView view) : IButton
{
    internal const string Pressed = "stakeholder.remove";

    public string Verb => Pressed;

    public async ValueTask Press(Turn turn, Pressed pressed)
    {
        var data = pressed.Press.Data;
        if (await Initiatives.Named(turn, data.GetValueOrDefault("number") ?? "") is { } initiative
            && int.TryParse(data.GetValueOrDefault("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && await view.Allows(turn, initiative))
        {
            await Remove(turn, initiative, id);
        }
    }

    internal async ValueTask Remove(Turn turn, Initiative initiative, int id)
    {
        var stored = await Stakeholders.Of(turn, initiative.Number);
        if (StakeholderLaws.Remove(stored.Document, id) is not Accepted<StakeholderMap> { Value: var map })
        {
            turn.Say("Deze stakeholder was al verwijderd.", "This stakeholder was removed already.");
            return;
        }

        var gone = stored.Document.Of(id)!;
        await Stakeholders.Keep(turn, stored, map);
        var known = new StakeholderForm(turn.Method, map, gone).Known(gone);
        turn.Record(
            History.StakeholderRemoved, initiative.Number, initiative.Team, words: Phrase.Same(gone.Name),
            changes: [.. known.ByKey.Where(pair => !pair.Key.StartsWith('~')).Select(pair => new FieldChange(pair.Key, pair.Value, null))]);
        turn.Replace((await view.Of(turn, initiative, map)).Whole());
    }
}
