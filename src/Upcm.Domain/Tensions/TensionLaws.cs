namespace Upcm.Domain;

public enum TensionLaw
{
    IsOpen,

    /// <summary>Merging takes two different ones, both open.</summary>
    OtherIsOpen,
    OtherIsAnother,
    MoveMoves,
    HandledByRaiserOrTable,
}

/// <param name="Subject">The state it is in, or the number of the other.</param>
public sealed record TensionLawBroken(TensionLaw Law, string? Subject = null) : Reason;

/// <summary>What can be done with a tension outside a meeting.</summary>
public static class TensionLaws
{
    /// <summary>Other words for it.</summary>
    public static Verdict<Tension> Change(Tension tension, string text, string? explanation, string? proposal, bool may) =>
        Verdict.Of(Common(tension, may), () => tension with { Text = text, Explanation = explanation, Proposal = proposal });

    /// <param name="may">Whether the person raised it or keeps the table it lies on.</param>
    public static Verdict<Tension> Withdraw(Tension tension, bool may, DateTimeOffset at) =>
        Verdict.Of(Common(tension, may), () => tension with { State = TensionState.Withdrawn, EndedAt = at });

    /// <summary>One becomes part of the other, which keeps the words of both.</summary>
    public static Verdict<(Tension Gone, Tension Kept)> Merge(Tension gone, Tension kept, bool may, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(gone);
        ArgumentNullException.ThrowIfNull(kept);
        var broken = Common(gone, may);
        if (gone.Id == kept.Id)
        {
            broken.Add(new TensionLawBroken(TensionLaw.OtherIsAnother));
        }
        else if (kept.State != TensionState.Open)
        {
            broken.Add(new TensionLawBroken(TensionLaw.OtherIsOpen, kept.Id.ToString()));
        }

        return Verdict.Of(broken, () => (
            gone with { State = TensionState.Merged, Into = kept.Id, EndedAt = at },
            kept with
            {
                Explanation = string.Join("\n", new[] { kept.Explanation, $"+ {gone.Id}: {gone.Text} ({gone.By.Name})", gone.Explanation }.Where(text => text is not null)),
            }));
    }

    /// <summary>To another table, or to another team.</summary>
    public static Verdict<Tension> Move(Tension tension, string table, string team, bool may)
    {
        ArgumentNullException.ThrowIfNull(tension);
        var broken = Common(tension, may);
        if (tension.Table == table && tension.Team == team)
        {
            broken.Add(new TensionLawBroken(TensionLaw.MoveMoves));
        }

        return Verdict.Of(broken, () => tension with
        {
            Table = table,
            Team = team,
            FromTeam = tension.Team != team ? tension.Team : tension.FromTeam,
        });
    }

    private static List<Reason> Common(Tension tension, bool may)
    {
        ArgumentNullException.ThrowIfNull(tension);
        List<Reason> broken = [];
        if (!may)
        {
            broken.Add(new TensionLawBroken(TensionLaw.HandledByRaiserOrTable));
        }

        if (tension.State != TensionState.Open)
        {
            broken.Add(new TensionLawBroken(TensionLaw.IsOpen, tension.State.ToString()));
        }

        return broken;
    }
}
