using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Pictures;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.KeepingStakeholders;

/// <summary>The card of a map, for whoever looks.</summary>
public sealed class StakeholderView(Standings standings, Illustrations illustrations)
{
    public async ValueTask<StakeholdersCard> Of(Turn turn, Initiative initiative, StakeholderMap map)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return new StakeholdersCard(initiative, map, turn.Method, turn.Culture, turn.Now, await MayKeep(turn, initiative), illustrations);
    }

    public async ValueTask<Card> Of(Turn turn, Initiative initiative, Stakeholder one)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return StakeholderCard.Of(initiative, one, turn.Method, turn.Culture, await MayKeep(turn, initiative));
    }

    /// <summary>True where the speaker may change the list; otherwise it was said who can.</summary>
    public async ValueTask<bool> Allows(Turn turn, Initiative initiative) =>
        await Refusals.Allows(turn, Deed.KeepStakeholders, await standings.Towards(turn, initiative), initiative.Team, initiative);

    /// <summary>The stakeholder that a sentence names, or null after having said who there are.</summary>
    public async ValueTask<Stakeholder?> Named(Turn turn, Initiative initiative, StakeholderMap map, string text)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (Stakeholders.Find(map, text) is { } found)
        {
            return found;
        }

        var near = text.Trim().Length == 0 ? [] : Stakeholders.Near(map, text);
        turn.Say(
            text.Trim().Length == 0 ? "Welke stakeholder bedoel je? Noem het nummer of de naam uit de lijst."
                : near.Count > 1 ? $"\"{text}\" past op meer dan een stakeholder. Noem het nummer."
                : $"Stakeholder \"{text}\" staat niet op de lijst van {initiative.Number}.",
            text.Trim().Length == 0 ? "Which stakeholder do you mean? Give the number or the name from the list."
                : near.Count > 1 ? $"\"{text}\" fits more than one stakeholder. Give the number."
                : $"Stakeholder \"{text}\" is not on the list of {initiative.Number}.");
        var card = await Of(turn, initiative, map);
        turn.Show(near.Count > 1 ? card.Part(text, near) : card.Whole());
        return null;
    }

    private async ValueTask<bool> MayKeep(Turn turn, Initiative initiative) => Rights.May(Deed.KeepStakeholders, await standings.Towards(turn, initiative));
}

/// <summary><c>stakeholders 20-004</c>, and a part of them with a kind, a side, a quadrant or a word of the name.</summary>
public sealed class ShowStakeholders(StakeholderView view) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["stakeholders", "krachtenveld", "stakeholderanalyse", "wie ontbreekt"], ["stakeholders", "stakeholder map", "force field", "who is missing"],
        new Phrase("wie ertoe doen en waar ze staan: stakeholders 20-004", "who matters and where they stand: stakeholders 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Stakeholders.Named(turn, rest) is not var (initiative, part))
        {
            return;
        }

        var map = (await Stakeholders.Of(turn, initiative.Number)).Document;
        var card = await view.Of(turn, initiative, map);
        turn.Replace(part.Length == 0 ? card.Whole() : card.Part(part, Part(turn, map, part)));
    }

    private static List<Stakeholder> Part(Turn turn, StakeholderMap map, string part)
    {
        bool Is(Phrase name) => name.Nl.Equals(part, StringComparison.OrdinalIgnoreCase) || name.En.Equals(part, StringComparison.OrdinalIgnoreCase);
        string? Sort(IEnumerable<StakeholderSort> sorts) => sorts.FirstOrDefault(sort => sort.Id == part || Is(new Phrase(sort.Name.Nl, sort.Name.En)))?.Id;
        var quadrant = Enum.GetValues<Quadrant>().Where(one => Is(StakeholderWords.Name(one))).Select(one => (Quadrant?)one).FirstOrDefault();
        return quadrant is not null ? [.. map.Stakeholders.Where(one => one.In(turn.Method.Norms) == quadrant)]
            : Sort(turn.Method.StakeholderKinds) is { } kind ? [.. map.Stakeholders.Where(one => one.Kind == kind)]
            : Sort(turn.Method.StakeholderSides) is { } side ? [.. map.Stakeholders.Where(one => one.Side == side)]
            : part.ToLowerInvariant() is "tegen" or "against" ? [.. map.Stakeholders.Where(one => one.Against)]
            : [.. Stakeholders.Near(map, part)];
    }
}

/// <summary><c>stakeholder 20-004 3</c></summary>
public sealed class ShowStakeholder(StakeholderView view) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["stakeholder"], ["stakeholder"],
        new Phrase("een van de stakeholders: stakeholder 20-004 3", "one of the stakeholders: stakeholder 20-004 3"), new Phrase("nummer en naam", "number and name"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Stakeholders.Named(turn, rest) is not var (initiative, who))
        {
            return;
        }

        var map = (await Stakeholders.Of(turn, initiative.Number)).Document;
        if (await view.Named(turn, initiative, map, who) is { } one)
        {
            turn.Replace(await view.Of(turn, initiative, one));
        }
    }
}

/// <summary><c>stakeholders herijken 20-004</c>: the fifth step, by whoever looked at the whole list.</summary>
public sealed class RecalibrateStakeholders(StakeholderView view) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["stakeholders herijken", "herijk stakeholders"], ["recalibrate stakeholders", "stakeholders recalibrate"],
        new Phrase("zeggen dat de lijst nog klopt: stakeholders herijken 20-004", "say that the list is still right: recalibrate stakeholders 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, rest) is not { } initiative || !await view.Allows(turn, initiative))
        {
            return;
        }

        var stored = await Stakeholders.Of(turn, initiative.Number);
        if (stored.Document.Stakeholders.IsEmpty)
        {
            turn.Say("Er staat nog niemand op de lijst, dus er valt niets te herijken.", "Nobody is on the list yet, so there is nothing to recalibrate.");
            return;
        }

        var map = StakeholderLaws.Recalibrate(stored.Document, turn.Speaker, turn.Now);
        turn.Changes.Put(Kinds.StakeholderMaps, map, stored.Version);
        turn.Record(History.StakeholdersRecalibrated, initiative.Number, initiative.Team);
        turn.Replace((await view.Of(turn, initiative, map)).Whole());
    }
}
