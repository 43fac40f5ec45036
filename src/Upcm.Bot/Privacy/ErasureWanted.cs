using Upcm.Domain;

namespace Upcm.Bot.Privacy;

/// <summary>Somebody is to be erased. Done beside the conversation, since it may be much; gone when it is done.</summary>
/// <param name="Id">Of the <see cref="Erasure"/> that comes of it; says nothing of who it is.</param>
/// <param name="ByThemselves">False where an administrator asked for it.</param>
public sealed record ErasureWanted(string Id, PersonId Person, DateTimeOffset At, bool ByThemselves);

/// <param name="Id">Of an <see cref="Erasure"/>.</param>
public sealed record ErasureDone(string Id);
