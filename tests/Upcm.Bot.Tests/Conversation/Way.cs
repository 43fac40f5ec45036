using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Talk;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

/// <summary>One project of team Realisatie on its way: Sanne leads it, Lotte is the client, Piet chairs, Fatima advises.</summary>
internal sealed class Way(Talker bot)
{
    public const string Number = "26-001";

    public async Task Begin(string? amount = "100.000")
    {
        foreach (var person in new[] { "jan", "piet", "fatima", "lotte" })
        {
            await bot.Say("hoi", person);
        }

        foreach (var office in new[] { "piet tot linking pin", "fatima tot koersbepaler", "lotte tot teamtrekker" })
        {
            await bot.Say($"benoem {office} van realisatie", "beheer");
            await bot.Say("ja", "beheer");
        }

        await bot.Hear(new Said("koppel realisatie", []), "beheer", kind: PlaceKind.Channel);
        foreach (var said in new[] { "meld initiatief", "Batterijen", "Hergebruik van batterijen", "realisatie", "ja" })
        {
            await bot.Say(said);
        }

        await bot.Say($"bewerk {Number}");
        await Submit("edit", "sanne", ("term", "1 juli 2027"), ("tests", "Tien bedrijven"), ("leader", "ik"), ("amount", amount ?? ""));
        await Confirm("edit", "sanne");
    }

    /// <summary>Says of every criterion of the gate that it is met; what the bot sees for itself is not asked.</summary>
    public async Task<string> Meet(string gate, params (string Key, string Value)[] also)
    {
        await bot.Say($"vul fasepoort {Number}");
        (string, string)[] met = [.. Talker.Method.Gate(gate)!.Criteria.SelectMany(criterion => new[] { ($"state.{criterion.Id}", nameof(CriterionState.Met)), ($"evidence.{criterion.Id}", $"Notitie {criterion.Id}") })];
        await Submit("fill-gate", "sanne", [.. met.Where(one => also.All(other => other.Key != one.Item1)), .. also]);
        return await Confirm("fill-gate", "sanne");
    }

    public async Task<string> Request(string? day = null)
    {
        var asked = await bot.Say($"vraag fasepoort aan {Number}{(day is null ? "" : $" {day}")}");
        return day is null ? asked : await bot.Say("ja");
    }

    public async Task<string> Decide(string person, params string[] said)
    {
        await bot.Say($"besluit {Number}", person);
        foreach (var one in said)
        {
            await bot.Say(one, person);
        }

        return await bot.Say("ja", person);
    }

    public async Task<string> Talk(string person, params string[] said)
    {
        var answer = "";
        foreach (var one in said)
        {
            answer = await bot.Say(one, person);
        }

        return answer;
    }

    public Task<string> Submit(string flow, string person, params (string Key, string Value)[] inputs) =>
        bot.Press(new Press(FormCards.SubmitVerb, ("draft", Draft.IdOf(flow, Number, new PersonId(person))), ("page", "99")), person, inputs: inputs);

    public Task<string> Confirm(string flow, string person) =>
        bot.Press(new Press(FormCards.ConfirmVerb, ("draft", Draft.IdOf(flow, Number, new PersonId(person))), ("page", "0")), person);

    public async Task<IReadOnlyList<Post>> Posts(string occasion) =>
        [.. (await bot.Store.Find(Kinds.Posts, Talker.Workspace, $"occasion={occasion}/", 200, null, descending: false, CancellationToken.None)).Select(found => found.Document)];
}
