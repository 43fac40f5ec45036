using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Registering;

/// <summary>
/// Corrects or completes an initiative. Only what the person changed is written, so that two people can work on different
/// fields at once; who changes what another changed meanwhile is told before it is recorded.
/// </summary>
public sealed class EditInitiativeFlow(FormConversation forms, Standings standings) : IFlow
{
    public string Id => "edit";

    public Sentence Sentence { get; } = new(
        ["bewerk", "vul aan"], ["edit", "complete"],
        new Phrase("een initiatief aanvullen: bewerk 20-004", "complete an initiative: edit 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, rest) is { } initiative
            && await Refusals.Allows(turn, Deed.EditInitiative, await standings.Towards(turn, initiative), initiative.Team, initiative))
        {
            await forms.Open(turn, this, initiative.Number.ToString(), FormOf(turn, initiative).Known(initiative).With(Form.MoreKey, "ja"));
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft)
    {
        if (await turn.Load(Kinds.Initiatives, draft.Subject) is not { Document: { } initiative })
        {
            return null;
        }

        var form = FormOf(turn, initiative);
        return new EditInitiativeForm(turn.Method, turn.Today, initiative, [.. Moved(form, draft).Select(change => Told(change, turn.Method))]);
    }

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        var stored = (await turn.Load(Kinds.Initiatives, draft.Subject))!;
        var before = stored.Document;
        var standing = await standings.Towards(turn, before);
        if (!await Refusals.Allows(turn, Deed.EditInitiative, standing, before.Team, before))
        {
            return false;
        }

        var edit = (EditInitiativeForm)form;
        var changed = Changed(edit, draft);
        var leaderChosen = before.Phase != turn.Method.Phases[0].Id && changed.Any(change => change.Field == LeaderKey);
        if (leaderChosen && !await Refusals.Allows(turn, Deed.AppointLeader, standing, before.Team, before))
        {
            return false;
        }

        var known = edit.Known(before);
        var answers = changed.Aggregate(known, static (all, change) => change.After is null ? all.Without(change.Field) : all.With(change.Field, change.After));
        var after = edit.Finish(answers)!.Over(before);
        ImmutableArray<FieldChange> recorded = [.. changed.Select(change => change with { Before = known[change.Field] }).Where(change => change.Before != change.After)];
        if (recorded.IsEmpty)
        {
            turn.Say("Er is niets veranderd.", "Nothing has changed.");
            return true;
        }

        turn.Changes.Put(Kinds.Initiatives, after, stored.Version);
        if (after.Team != before.Team)
        {
            turn.Changes.Add($"team/{before.Team}", -1);
            turn.Changes.Add($"team/{after.Team}", 1);
        }

        turn.Record(History.InitiativeChanged, after.Number, after.Team, changes: recorded);
        var dossier = await Dossier.Of(turn, after);
        turn.Replace(InitiativeCard.Of(dossier, turn.Method, turn.Culture, dossier.LightsOn(turn.Today, turn.Method)));
        return true;
    }

    private const string LeaderKey = "leader";

    private static EditInitiativeForm FormOf(Turn turn, Initiative initiative) => new(turn.Method, turn.Today, initiative, []);

    /// <summary>What the person changed since the form was opened.</summary>
    private static List<FieldChange> Changed(EditInitiativeForm form, Draft draft) =>
    [
        .. form.Questions(draft.Answers)
            .Select(question => new FieldChange(question.Key, draft.Prefilled?[question.Key], draft.Answers[question.Key]))
            .Where(change => change.Before != change.After),
    ];

    /// <summary>What somebody else changed since, where the person changed it too.</summary>
    private static IEnumerable<FieldChange> Moved(EditInitiativeForm form, Draft draft)
    {
        var now = form.Known(form.Initiative);
        return Changed(form, draft)
            .Where(change => now[change.Field] != change.Before && now[change.Field] != change.After)
            .Select(change => change with { After = now[change.Field] });
    }

    private static Phrase Told(FieldChange change, WorkingMethod method)
    {
        var question = RegisterInitiativeForm.Question(change.Field, method)!;
        string Now(CultureInfo culture) => change.After is null ? "–" : question.Echo(change.After, culture);
        return new Phrase(
            $"Iemand anders veranderde intussen {question.Name.Nl} in: {Now(Cultures.Dutch)}. Als je doorgaat, geldt wat jij invulde.",
            $"Somebody else meanwhile changed {question.Name.En} to: {Now(Cultures.English)}. If you go on, what you filled in holds.");
    }
}
