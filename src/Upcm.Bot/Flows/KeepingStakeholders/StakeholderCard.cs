using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Flows.KeepingStakeholders;

/// <summary>One stakeholder: who it is, where they stand, what is at stake and what was agreed.</summary>
public static class StakeholderCard
{
    public static Card Of(Initiative initiative, Stakeholder one, WorkingMethod method, CultureInfo culture, bool mayKeep)
    {
        ArgumentNullException.ThrowIfNull(initiative);
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(method);
        var en = culture.IsEnglish();
        var quadrant = one.In(method.Norms);
        return new Card(string.Create(culture, $"{one.Id}. {one.Name}"))
        {
            Status = $"{initiative.Number} {initiative.Title}{(quadrant is { } in_ ? $" · {StakeholderWords.Name(in_).In(culture)}" : en ? " · no place yet" : " · nog geen plek")}",
            Body =
            [
                new Facts([.. Known(one, method, culture)]),
                .. quadrant is { } place ? [new Text(StakeholderWords.Advice(place).In(culture))] : Array.Empty<Element>(),
            ],
            Buttons =
            [
                .. mayKeep ? [Say("Wijzig", "Change", "stakeholder wijzigen", "change stakeholder"), Say("Verwijder", "Remove", "stakeholder verwijderen", "remove stakeholder")] : Array.Empty<Button>(),
                Sayings.Button(en ? "All stakeholders" : "Alle stakeholders", $"stakeholders {initiative.Number}"),
            ],
        };

        Button Say(string label, string labelEn, string words, string wordsEn) =>
            Sayings.Button(en ? labelEn : label, string.Create(culture, $"{(en ? wordsEn : words)} {initiative.Number} {one.Id}"));
    }

    private static IEnumerable<Fact> Known(Stakeholder one, WorkingMethod method, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var sorts = new[] { method.StakeholderKind(one.Kind)?.Name.In(culture) ?? one.Kind, method.StakeholderSide(one.Side)?.Name.In(culture) ?? one.Side }.OfType<string>().ToList();
        if (sorts.Count > 0)
        {
            yield return new(en ? "Kind" : "Soort", string.Join(" · ", sorts));
        }

        yield return new(en ? "Influence" : "Invloed", Step(StakeholderForm.ScaleOf(method, "influence"), one.Influence, culture));
        yield return new(en ? "Interest" : "Belang", Step(StakeholderForm.ScaleOf(method, "interest"), one.Interest, culture)
            + (one.Against ? en ? " · against the initiative" : " · tegen het initiatief" : ""));
        if (one.Wins is not null || one.Loses is not null)
        {
            yield return new(en ? "To win" : "Te winnen", one.Wins ?? "–");
            yield return new(en ? "To lose" : "Te verliezen", one.Loses ?? "–");
        }

        if (one.Approach is not null || one.Contact is not null)
        {
            yield return new(en ? "Approach" : "Aanpak", string.Join(" · ", new[] { one.Approach, one.Contact is { } role ? $"contact: {role}" : null }.OfType<string>()));
        }
    }

    private static string Step(Scale scale, int? value, CultureInfo culture) =>
        value is not { } known ? culture.IsEnglish() ? "not judged yet" : "nog niet ingeschat"
        : scale.Step(known.ToString(CultureInfo.InvariantCulture)) is { } step ? $"{known.ToString(culture)} · {step.Name.In(culture)}"
        : known.ToString(culture);
}
