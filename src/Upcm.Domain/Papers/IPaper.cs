namespace Upcm.Domain;

/// <summary>Something that is written down about an initiative on its way through the gates. A new version never erases the old one.</summary>
public interface IPaper
{
    InitiativeNumber Number { get; }

    /// <summary>Counted from 1 per initiative.</summary>
    int Version { get; }

    Somebody By { get; }

    DateTimeOffset At { get; }
}
