using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>A decision as it was taken, with what was put right of it afterwards.</summary>
public static class DecisionCard
{
    public static async ValueTask<Card> Of(Reader reader, Initiative initiative, Gate gate, GateReview review, WorkingMethod method, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(initiative);
        ArgumentNullException.ThrowIfNull(gate);
        var en = culture.IsEnglish();
        var names = await PeopleOn.All(reader, [review]);
        var parts = new GateParts(gate, review, culture, names);
        return new Card($"{initiative.Number} {initiative.Title}")
        {
            Status = $"{gate.Name.In(culture)} · {GateWords.State(review, gate, initiative, method).In(culture)}",
            Body = [.. parts.Decision(en ? "Decision: " : "Besluit: ", review.Decision!, null, 1000)],
            Buttons =
            [
                Sayings.Button(en ? "Gate" : "Fasepoort", $"{(en ? "gate" : "fasepoort")} {initiative.Number}"),
                Sayings.Button(en ? "History" : "Geschiedenis", $"{(en ? "history" : "geschiedenis")} {initiative.Number}"),
            ],
        };
    }
}
