using System.Collections.Immutable;
using Upcm.Bot.Cards;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.Registering;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Importing;

/// <summary>The initiatives that are written in one commit.</summary>
internal sealed class ImportBatch(
    IStore store, WorkingMethod method, WorkspaceId workspace, Numbers numbers, DateTimeOffset now, string file, bool overwrite, ImportOutcome outcome)
{
    private readonly Changes changes = new(workspace);
    private readonly RegisterInitiativeForm form = new(method, default, []);
    private readonly Dictionary<string, Stored<ImportedRecord>> shared = [];
    private Stored<ImportedRecord>? roles;

    /// <summary>How many initiatives, offices and parties it holds.</summary>
    public int Count { get; private set; }

    public bool Any => changes.Any;

    public ImportBatch Next() => new(store, method, workspace, numbers, now, file, overwrite, outcome);

    public Changes Finish()
    {
        numbers.Write(changes);
        return changes;
    }

    public async ValueTask Take(PortfolioItem item, CancellationToken cancel)
    {
        outcome.Passed();
        var known = await Known(item, cancel);
        if (known is { Document: { Print: { } print } record } && print == item.Print && record.Key == item.Key)
        {
            outcome.Unchanged++;
            return;
        }

        var at = known?.Document.At ?? now;
        var number = known is { Document.Id: var id } ? InitiativeNumber.Parse(id, null)
            : item.Number ?? await numbers.Next((item.RegisteredAt ?? now).Year % 100, cancel);
        var writer = new PartWriter(store, changes, known?.Document, overwrite, cancel);
        var stored = await store.Load(Kinds.Initiatives, workspace, number.ToString(), cancel);
        var before = stored?.Document;
        List<Phrase> parts = [];
        var last = await Each(Kinds.ImpactSheets, item.Sheets.Select(sheet => sheet with { Number = number }), new("impactsheet", "impact sheet"));
        var impact = parts.Count > 0 && last is not null && last.Version >= (before?.Impact?.Version ?? 0) ? ImpactInBrief.Of(last) : before?.Impact;
        var map = await Map(writer, item, number, parts, cancel);
        var stakeholders = map is null ? before?.Stakeholders : StakeholdersInBrief.Of(map, method);
        var after = item.As(number, method, at) with { Impact = impact, Stakeholders = stakeholders };
        var fate = await writer.Put(Kinds.Initiatives, after, Phrase.Same($"{number}"));
        if (fate != Fate.Written && before is not null && (before.Impact != impact || before.Stakeholders != stakeholders))
        {
            changes.Put(Kinds.Initiatives, before with { Impact = impact, Stakeholders = stakeholders }, stored!.Version);
        }

        await Each(Kinds.Reports, item.Reports.Select(report => report with { Number = number }), new("voortgang", "progress"));
        await Each(Kinds.Fingerprints, item.Fingerprints.Select(round => round with { Number = number }), new("vingerafdruk", "fingerprint"));
        await Each(Kinds.GateReviews, item.Reviews.Select(review => review with { Number = number }), new("besluit", "decision"));
        await Each(Kinds.Actions, item.Actions.Select(action => action with { Number = number, Id = $"gate/{number}{action.Id}" }), new("actie", "action"));

        outcome.Leave(writer.LeftAlone);
        if (writer.Written == 0 && writer.LeftAlone.Count > 0 && known is null)
        {
            return; // all of it was there already, and not from an import
        }

        changes.Put(
            Kinds.ImportedRecords,
            new ImportedRecord { Id = number.ToString(), Key = item.Key, Print = writer.LeftAlone.Count == 0 ? item.Print : null, At = at, Documents = writer.Documents },
            known?.Version ?? 0);
        Count++;
        Told(before, after, fate, parts);
        _ = before is null ? outcome.Added++ : writer.Written > 0 ? outcome.Changed++ : outcome.Unchanged++;

        // Answers with the last one that is there now as the file has it.
        async ValueTask<T?> Each<T>(Kind<T> kind, IEnumerable<T> documents, Phrase name)
            where T : class
        {
            T? there = null;
            foreach (var (index, document) in documents.Index())
            {
                var put = await writer.Put(kind, document, new Phrase($"{number}, {name.Nl} {index + 1}", $"{number}, {name.En} {index + 1}"));
                there = put == Fate.LeftAlone ? there : document;
                if (put == Fate.Written)
                {
                    parts.Add(name);
                }
            }

            return there;
        }
    }

    /// <summary>The map as the file has it; who is on it already keeps their number. Null where it was not written.</summary>
    private async ValueTask<StakeholderMap?> Map(PartWriter writer, PortfolioItem item, InitiativeNumber number, List<Phrase> parts, CancellationToken cancel)
    {
        if (item.Stakeholders.IsEmpty)
        {
            return null;
        }

        var map = (await store.Load(Kinds.StakeholderMaps, workspace, number.ToString(), cancel))?.Document ?? new StakeholderMap { Number = number };
        foreach (var gone in map.Stakeholders.Where(one => item.Stakeholders.All(told => StakeholderMap.Plain(told.Name) != StakeholderMap.Plain(one.Name))))
        {
            map = Kept(StakeholderLaws.Remove(map, gone.Id));
        }

        foreach (var told in item.Stakeholders)
        {
            map = Kept(map.Named(told.Name) is { } known
                ? StakeholderLaws.Change(map, told with { Id = known.Id }, method, now)
                : StakeholderLaws.Add(map, [told], method, now));
        }

        if (await writer.Put(Kinds.StakeholderMaps, map, new Phrase($"{number}, stakeholders", $"{number}, stakeholders")) != Fate.Written)
        {
            return null;
        }

        parts.Add(new("krachtenveld", "stakeholder map"));
        return map;

        static StakeholderMap Kept(Verdict<StakeholderMap> verdict) => ((Accepted<StakeholderMap>)verdict).Value; // the file was judged before
    }

    public async ValueTask Take(PortfolioOffice office, CancellationToken cancel)
    {
        if (await Put(ImportedRecord.Offices, Kinds.Appointments, office.As, Phrase.Same($"{office.Person.Name}, {office.Office} {office.Team}".TrimEnd()), cancel))
        {
            Journal(History.OfficeAppointed, null, office.Team, $"{office.Office}|{office.Person.Name}", null, []);
            outcome.Offices++;
        }
    }

    public async ValueTask Take(PortfolioParty party, CancellationToken cancel)
    {
        if (await Put(ImportedRecord.Parties, Kinds.Parties, party.As, Phrase.Same($"{party.Name}, {party.Team}"), cancel))
        {
            Journal(History.PartyAdded, null, party.Team, null, Phrase.Same(party.Name), []);
            outcome.Parties++;
        }
    }

    /// <summary>All documents of one sort that belong to no initiative are one record; the file's own order keeps them in few commits.</summary>
    private async ValueTask<bool> Put<T>(string record, Kind<T> kind, Func<DateTimeOffset, T> document, Phrase called, CancellationToken cancel)
        where T : class
    {
        if (!shared.TryGetValue(record, out var stored))
        {
            stored = await store.Load(Kinds.ImportedRecords, workspace, record, cancel) ?? new(new ImportedRecord { Id = record, At = now }, 0);
        }

        var writer = new PartWriter(store, changes, stored.Document, overwrite, cancel);
        var written = await writer.Put(kind, document(stored.Document.At), called) == Fate.Written;
        if (written)
        {
            shared[record] = stored with { Document = stored.Document with { Documents = stored.Document.Documents.SetItems(writer.Documents) } };
            changes.Put(Kinds.ImportedRecords, shared[record].Document, stored.Version);
            Count++;
        }

        outcome.Leave(writer.LeftAlone);
        return written;
    }

    /// <summary>All roles are one record too; who fills a role with an office gets its rights.</summary>
    public async ValueTask Take(PortfolioRole part, CancellationToken cancel)
    {
        roles ??= await store.Load(Kinds.ImportedRecords, workspace, ImportedRecord.Roles, cancel);
        var record = roles?.Document ?? new ImportedRecord { Id = ImportedRecord.Roles, At = now };
        var writer = new PartWriter(store, changes, record, overwrite, cancel);
        var role = part.Role;
        var fate = await writer.Put(Kinds.Roles, role, Phrase.Same(role.Id.Value));
        var today = LocalTime.DayOf(now, Conversation.Clock.Amsterdam);
        foreach (var filler in role.Office is null ? [] : role.FilledOn(today))
        {
            var appointment = new PortfolioOffice(role.Office!, Appointment.IsOfWorkspace(role.Office!) ? null : role.Team, filler.Person, filler.Acting).As(record.At) with { Until = filler.Until };
            await writer.Put(Kinds.Appointments, appointment, Phrase.Same($"{filler.Person.Name}, {role.Id}"));
        }

        if (writer.Written > 0)
        {
            roles = new Stored<ImportedRecord>(record with { Documents = record.Documents.SetItems(writer.Documents) }, roles?.Version ?? 0);
            changes.Put(Kinds.ImportedRecords, roles.Document, roles.Version);
            Count++;
        }

        if (writer.Written > 0) // a role, or the office of who fills it
        {
            Journal(History.RoleChanged, null, role.Team, null, new Phrase($"{role.Name.Nl}, ingelezen uit {file}", $"{role.Name.En}, imported from {file}"), []);
            outcome.Roles += fate == Fate.Written ? 1 : 0;
        }

        outcome.Leave(writer.LeftAlone);
    }

    private async ValueTask<Stored<ImportedRecord>?> Known(PortfolioItem item, CancellationToken cancel)
    {
        if (item.Number is { } number)
        {
            return await store.Load(Kinds.ImportedRecords, workspace, number.ToString(), cancel);
        }

        return await store.Find(Kinds.ImportedRecords, workspace, $"key={item.Key}|", 1, null, false, cancel) is [var found, ..]
            ? new Stored<ImportedRecord>(found.Document, found.Version)
            : null;
    }

    private void Told(Initiative? before, Initiative after, Fate fate, List<Phrase> parts)
    {
        if (before is null)
        {
            Journal(History.Imported, after.Number, after.Team, null, Phrase.Same(file), []);
            return;
        }

        ImmutableArray<FieldChange> corrected = fate == Fate.Written ? Between(before, after) : [];
        if (!corrected.IsEmpty)
        {
            Journal(History.Imported, after.Number, after.Team, null, null, corrected);
        }
        else if (fate == Fate.Written && parts.Count == 0)
        {
            Journal(History.Imported, after.Number, after.Team, null, Phrase.Same(file), []); // nothing that a form asks, and yet another initiative than before
        }

        if (parts.Count > 0)
        {
            var names = parts.GroupBy(part => part.Nl).Select(same => (same.First(), Count: same.Count())).ToList();
            Journal(History.Imported, after.Number, after.Team, null, new Phrase(
                string.Join(", ", names.Select(name => $"{name.Count} × {name.Item1.Nl}")),
                string.Join(", ", names.Select(name => $"{name.Count} × {name.Item1.En}"))), []);
        }
    }

    private ImmutableArray<FieldChange> Between(Initiative before, Initiative after)
    {
        var (old, fresh) = (form.Known(before), form.Known(after));
        return
        [
            .. form.Questions(fresh).Select(question => new FieldChange(question.Key, old[question.Key], fresh[question.Key])).Where(change => change.Before != change.After),
            .. before.Phase != after.Phase ? [new FieldChange("phase", before.Phase, after.Phase)] : Array.Empty<FieldChange>(),
            .. before.Status != after.Status ? [new FieldChange("status", before.Status.ToString(), after.Status.ToString())] : Array.Empty<FieldChange>(),
        ];
    }

    private void Journal(string what, InitiativeNumber? number, string? team, string? detail, Phrase? words, ImmutableArray<FieldChange> corrected) =>
        changes.InsertDrawn(Kinds.Journal, new JournalLine
        {
            Id = Kinds.Drawn(now),
            At = now,
            By = PortfolioItem.Importer,
            What = what,
            Number = number,
            Team = team,
            Detail = detail,
            Words = words,
            Changes = corrected,
            From = "import",
        });
}
