using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Bot.Verbs;
using Upcm.Domain;

namespace Upcm.Bot.Importing;

/// <summary>One import from beginning to end: first the whole file is read and judged, only then is anything written.</summary>
internal sealed class ImportRunner(IStore store, WorkingMethod method, TimeProvider time, WorkspaceId workspace, ImportTeller teller)
{
    public bool DryRun { get; init; }

    public bool Overwrite { get; init; }

    public bool OnlyIfEmpty { get; init; }

    /// <returns>The exit code.</returns>
    public async Task<int> Run(string path, CancellationToken cancel)
    {
        var name = Path.GetFileName(path);
        if (OnlyIfEmpty && await store.Count(workspace, Tally.Prefix + Tallies.All, cancel) > 0
            && await store.Load(Kinds.ImportRuns, workspace, name, cancel) is not { Document.Finished: null })
        {
            teller.Say(new("Er zijn al initiatieven: niets ingelezen.", "There are initiatives already: nothing was imported."));
            return 0;
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Clock.Amsterdam).DateTime);
        var first = new PortfolioFile(path, method, today);
        var scan = new Scan(store, workspace);
        await scan.Read(first, () => teller.Progress(() => Counting("gelezen", "read", first.Initiatives, first.Fraction)), cancel);
        if (first.Problems.Count > 0)
        {
            return Refused(first.Problems);
        }

        var second = new PortfolioFile(path, method, today);
        var import = new PortfolioImport(store, method, time, workspace) { DryRun = DryRun, Overwrite = Overwrite };
        await import.Run(second, name, first.Initiatives, scan, () => teller.Progress(() => Counting("verwerkt", "done", second.Initiatives, second.Fraction)), cancel);
        Told(import.Outcome);
        return import.Outcome.LeftAloneCount > 0 ? ImportVerb.LeftSomeAlone : 0;
    }

    private static Phrase Counting(string nl, string en, int count, double fraction) => new(
        $"{count.ToString("N0", Cultures.Dutch)} initiatieven {nl} ({fraction.ToString("P0", Cultures.Dutch)})",
        $"{count.ToString("N0", Cultures.English)} initiatives {en} ({fraction.ToString("P0", Cultures.English)})");

    private int Refused(ImportProblems problems)
    {
        foreach (var problem in problems.Kept)
        {
            teller.Problem(problem);
        }

        var more = problems.Count > problems.Kept.Count ? new Phrase($" De eerste {problems.Kept.Count} staan hierboven.", $" The first {problems.Kept.Count} are above.") : Phrase.Same("");
        return teller.Refuse(problems.Count == 1
            ? new Phrase("Er is niets ingelezen: er is 1 ding om te herstellen.", "Nothing was imported: there is 1 thing to put right.")
            : new Phrase($"Er is niets ingelezen: er zijn {teller.Number(problems.Count)} dingen om te herstellen.{more.Nl}", $"Nothing was imported: there are {teller.Number(problems.Count)} things to put right.{more.En}"));
    }

    private void Told(ImportOutcome outcome)
    {
        if (outcome.Completes is { } earlier)
        {
            teller.Say(new(
                $"De vorige import van {earlier.File} brak af. Deze heeft hem afgemaakt.",
                $"The earlier import of {earlier.File} ended halfway. This one completed it."));
        }

        foreach (var part in outcome.LeftAlone)
        {
            teller.Say(new($"Overgeslagen: {part.Nl} is in de bot veranderd.", $"Left alone: {part.En} was changed in the bot."));
        }

        if (outcome.LeftAloneCount > 0)
        {
            teller.Say(new(
                $"{teller.Number(outcome.LeftAloneCount)} overgeslagen. Met --overwrite neem ik toch over wat in het bestand staat.",
                $"{teller.Number(outcome.LeftAloneCount)} left alone. With --overwrite what the file says is taken over anyway."));
        }

        if (outcome is { Added: 0, Changed: 0, Offices: 0, Roles: 0, Parties: 0 })
        {
            teller.Say(new(
                $"{(DryRun ? "Er zou niets veranderen" : "Er is niets veranderd")}: {teller.Number(outcome.Done)} initiatieven gelezen.",
                $"Nothing {(DryRun ? "would change" : "has changed")}: {teller.Number(outcome.Done)} initiatives read."));
            return;
        }

        var offices = outcome.Offices == 0 ? Phrase.Same("") : new Phrase($", {outcome.Offices} keer iemand benoemd", $", {outcome.Offices} offices given");
        var parties = outcome.Parties == 0 ? Phrase.Same("") : new Phrase($", {outcome.Parties} partijen in zichtlijnen", $", {outcome.Parties} parties in sight lines");
        var roles = outcome.Roles == 0 ? Phrase.Same("") : new Phrase($", {outcome.Roles} rollen", $", {outcome.Roles} roles");
        teller.Say(new(
            $"{(DryRun ? "Zou inlezen" : "Ingelezen")} in {workspace}: {teller.Number(outcome.Added)} nieuw, {teller.Number(outcome.Changed)} veranderd, {teller.Number(outcome.Unchanged)} gelijk gebleven{offices.Nl}{roles.Nl}{parties.Nl}.",
            $"{(DryRun ? "Would import" : "Imported")} into {workspace}: {teller.Number(outcome.Added)} new, {teller.Number(outcome.Changed)} changed, {teller.Number(outcome.Unchanged)} the same{offices.En}{roles.En}{parties.En}."));
    }
}
