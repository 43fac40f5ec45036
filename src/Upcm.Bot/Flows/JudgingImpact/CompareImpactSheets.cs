using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.JudgingImpact;

/// <summary><c>vergelijk 20-004</c>, or <c>vergelijk 20-004 1 3</c>: two versions side by side, only what differs.</summary>
public sealed class CompareImpactSheets(ShowImpactSheet sheets) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["vergelijk impactsheet", "vergelijk"], ["compare impact sheet", "compare"],
        new Phrase("twee versies van een impactsheet naast elkaar: vergelijk 20-004", "two versions of an impact sheet side by side: compare 20-004"),
        new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (await Initiatives.Named(turn, words is [var number, ..] ? number : "") is not { } initiative)
        {
            return;
        }

        if (await ImpactSheetFlow.Newest(turn, initiative.Number) is not { Version: > 1 } newest)
        {
            turn.Say(
                $"{initiative.Number} heeft nog geen twee versies van de impactsheet om te vergelijken.",
                $"{initiative.Number} does not have two versions of its impact sheet to compare yet.");
            await sheets.Run(turn, initiative.Number.ToString());
            return;
        }

        var asked = words.Skip(1).Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0).Where(version => version > 0).ToList();
        var (first, second) = asked switch
        {
            [var one, var other, ..] => (Math.Min(one, other), Math.Max(one, other)),
            [var one] when one != newest.Version => (one, newest.Version),
            _ => (newest.Version - 1, newest.Version),
        };
        var before = (await turn.Load(Kinds.ImpactSheets, Kinds.Versioned(initiative.Number, first)))?.Document;
        var after = (await turn.Load(Kinds.ImpactSheets, Kinds.Versioned(initiative.Number, second)))?.Document;
        if (before is null || after is null)
        {
            turn.Say(
                $"Die versie is er niet. Er zijn versies 1 tot en met {newest.Version}: zeg bijvoorbeeld \"vergelijk {initiative.Number} 1 {newest.Version}\".",
                $"There is no such version. There are versions 1 to {newest.Version}: say for instance \"compare {initiative.Number} 1 {newest.Version}\".");
            return;
        }

        var en = turn.Culture.IsEnglish();
        var changes = ImpactSheet.Compare(before, after);
        turn.Show(new Card($"{(en ? "Impact sheet" : "Impactsheet")} {initiative.Number} {initiative.Title}")
        {
            Status = en ? $"Version {first} beside version {second}" : $"Versie {first} naast versie {second}",
            Body = changes.IsEmpty
                ? [new Text(en ? "They are the same." : "Ze zijn gelijk.")]
                : [new Table(
                    [en ? "What" : "Wat", en ? $"Version {first}" : $"Versie {first}", en ? $"Version {second}" : $"Versie {second}"],
                    [.. changes.Select(change => (IReadOnlyList<string>)[Name(change, turn.Method, turn.Culture), Shown(change, change.Before, turn), Shown(change, change.After, turn)])])],
            Buttons =
            [
                Sayings.Button(en ? $"Show version {second}" : $"Toon versie {second}", $"{(en ? "impact sheet" : "impactsheet")} {initiative.Number} {second}"),
                Sayings.Button(en ? $"Show version {first}" : $"Toon versie {first}", $"{(en ? "impact sheet" : "impactsheet")} {initiative.Number} {first}"),
            ],
        });
    }

    private static string Name(ImpactChange change, WorkingMethod method, CultureInfo culture) => change switch
    {
        { Field: ImpactField.Co2PerBand } => $"{method.Claims.Effect.In(culture)} {change.Key}",
        { Field: ImpactField.Co2 } => $"{method.Claims.Effect.In(culture)} {(culture.IsEnglish() ? "in all" : "in totaal")}",
        { Field: ImpactField.EffectGoals } => method.EffectGoals.FirstOrDefault(goal => goal.Id == change.Key)?.Name.In(culture) ?? change.Key!,
        { Field: ImpactField.InnovationFunctions } => $"{change.Key} {method.InnovationFunctions.FirstOrDefault(one => one.Id == change.Key)?.Name.In(culture)}",
        { Field: ImpactField.PerformanceGoals } => method.PerformanceGoals.FirstOrDefault(one => one.Id == change.Key)?.Name.In(culture) ?? change.Key!,
        { Field: ImpactField.TargetGroups } => Capital.Of(method.Names.TargetGroup.Many.In(culture)),
        { Field: ImpactField.ChangeMakers } => Capital.Of(method.Names.ChangeMaker.Many.In(culture)),
        _ => Fields[change.Field].In(culture),
    };

    private static string Shown(ImpactChange change, string? value, Turn turn) => value is null ? "–" : change.Field switch
    {
        ImpactField.Co2 or ImpactField.Co2PerBand or ImpactField.ValueAdded => Numbers.Show(decimal.Parse(value, CultureInfo.InvariantCulture), turn.Culture),
        ImpactField.StatusDate => DateOnly.ParseExact(value, "O", CultureInfo.InvariantCulture).ToString("d MMM yyyy", turn.Culture),
        ImpactField.Cluster => turn.Method.Clusters.FirstOrDefault(cluster => cluster.Id == value)?.Name.In(turn.Culture) ?? value,
        ImpactField.SupplyRisk => Step(turn, "supply-risk", value),
        ImpactField.InnovationFunctions => Step(turn, turn.Method.InnovationFunctions.FirstOrDefault(one => one.Id == change.Key)?.Scale, value),
        ImpactField.PerformanceGoals => Step(turn, turn.Method.PerformanceGoals.FirstOrDefault(one => one.Id == change.Key)?.Scale, value),
        ImpactField.EffectGoals => Effect(turn, value),
        _ => Shorter(value),
    };

    /// <summary>As on the sheet: the text, then the horizon.</summary>
    private static string Effect(Turn turn, string value) =>
        value.Split(' ', 2) is [var id, .. var text] && turn.Method.Horizons.FirstOrDefault(horizon => horizon.Id == id) is { } horizon
            ? string.Join(" · ", [.. text, horizon.Name.In(turn.Culture)])
            : value;

    /// <summary>A column on a phone is narrow; the whole text stands on the version itself.</summary>
    private static string Shorter(string text) => text.Length <= 160 ? text : string.Concat(text.AsSpan(0, 159), "…");

    private static string Step(Turn turn, string? scale, string step) =>
        scale is null ? step : turn.Method.Scale(scale)?.Step(step)?.Name.In(turn.Culture) ?? step;

    private static readonly Dictionary<ImpactField, Phrase> Fields = new()
    {
        [ImpactField.StatusDate] = new("Peildatum", "Status date"),
        [ImpactField.Goals] = new("Doelen", "Goals"),
        [ImpactField.Results] = new("Resultaten", "Results"),
        [ImpactField.Milestones] = new("Mijlpalen", "Milestones"),
        [ImpactField.Activities] = new("Activiteiten", "Activities"),
        [ImpactField.Cluster] = new("Productcluster", "Product cluster"),
        [ImpactField.ProductGroups] = new("Productgroepen", "Product groups"),
        [ImpactField.Modules] = new("Modules", "Modules"),
        [ImpactField.CriticalMaterials] = new("Kritieke materialen", "Critical materials"),
        [ImpactField.Volumes] = new("Volumes", "Volumes"),
        [ImpactField.Stakeholders] = new("Stakeholders", "Stakeholders"),
        [ImpactField.SupplyRisk] = new("Leveringsrisico", "Supply risk"),
        [ImpactField.ValueAdded] = new("Toegevoegde waarde (mln)", "Value added (million)"),
    };
}
