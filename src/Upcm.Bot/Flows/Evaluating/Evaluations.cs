using System.Collections.Immutable;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Evaluating;

/// <summary>Looks up evaluations and learning meetings.</summary>
internal static class Evaluations
{
    private static readonly char[] Between = ['\n', ';'];

    public static ValueTask<T?> Newest<T>(Turn turn, Kind<T> kind, InitiativeNumber number)
        where T : class => turn.Reader.Last(kind, $"initiative={number}|");

    public static async ValueTask<T?> Version<T>(Turn turn, Kind<T> kind, InitiativeNumber number, int version)
        where T : class => version < 1 ? null : (await turn.Load(kind, Kinds.Versioned(number, version)))?.Document;

    /// <summary>The contract's criteria; without a contract what the initiative says that it is tested by, one a line.</summary>
    public static ImmutableArray<string> CriteriaOf(Initiative initiative, ProjectContract? contract) => contract is { Tests.IsEmpty: false }
        ? [.. contract.Tests.Select(static line => Shorter.Than(200, line))]
        :
    [
        .. (initiative.Tests ?? "").Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.TrimStart('-', '*', '•', ' '))
            .Where(static line => line.Length > 0)
            .Select(static line => Shorter.Than(200, line)),
    ];
}
