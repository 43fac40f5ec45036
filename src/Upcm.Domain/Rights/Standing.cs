using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>Those who have rights without an office. Next to <see cref="Offices"/> in lists of who may do something.</summary>
public static class Holders
{
    public const string Anyone = "anyone";
    public const string ProjectLeader = "project-leader";
    public const string Registrant = "registrant";
    public const string Author = "author";
    public const string Invited = "invited";
}

/// <summary>What a person is to one initiative, and to the workspace.</summary>
public sealed record Standing
{
    /// <summary>A person of the workspace without any office.</summary>
    public static Standing None { get; } = new();

    /// <summary>Ids of <see cref="Offices"/> held in the team of the initiative.</summary>
    public ImmutableHashSet<string> InTeam { get; init; } = [];

    public bool SupportTeam { get; init; }

    public bool Administrator { get; init; }

    /// <summary>Leads this initiative.</summary>
    public bool ProjectLeader { get; init; }

    /// <summary>Registered this initiative.</summary>
    public bool Registrant { get; init; }

    /// <summary>Wrote what is at hand.</summary>
    public bool Author { get; init; }

    /// <summary>Is invited to the fingerprint or context scan at hand.</summary>
    public bool Invited { get; init; }

    /// <param name="holder">An id of <see cref="Offices"/> or <see cref="Holders"/>.</param>
    public bool Is(string holder) => holder switch
    {
        Holders.Anyone => true,
        Holders.ProjectLeader => ProjectLeader,
        Holders.Registrant => Registrant,
        Holders.Author => Author,
        Holders.Invited => Invited,
        Offices.SupportTeam => SupportTeam,
        Offices.Administrator => Administrator,
        _ => InTeam.Contains(holder),
    };
}
