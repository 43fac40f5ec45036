namespace Upcm.Domain;

/// <summary>Why something was refused: a typed code with its values. The sentence that goes with it is the bot's.</summary>
public abstract record Reason;

/// <summary>What came of an attempt: <see cref="Accepted{T}"/> or <see cref="Refused{T}"/>.</summary>
public abstract record Verdict<T>;

public sealed record Accepted<T>(T Value) : Verdict<T>;

/// <param name="Reasons">All of them, so that a person can mend everything at once; never empty.</param>
public sealed record Refused<T>(IReadOnlyList<Reason> Reasons) : Verdict<T>;

/// <summary>Makes verdicts.</summary>
public static class Verdict
{
    /// <summary>Accepted when no law is broken; the value is only made then.</summary>
    public static Verdict<T> Of<T>(IReadOnlyList<Reason> broken, Func<T> value)
    {
        ArgumentNullException.ThrowIfNull(broken);
        ArgumentNullException.ThrowIfNull(value);
        return broken.Count == 0 ? new Accepted<T>(value()) : new Refused<T>(broken);
    }
}
