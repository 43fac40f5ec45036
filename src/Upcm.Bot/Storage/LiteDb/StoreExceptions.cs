namespace Upcm.Bot.Storage.LiteDb;

#pragma warning disable CA1032, RCS1194 // made here only, with a message for the administrator
public sealed class StoreInUseException(string message, Exception inner) : IOException(message, inner);

public sealed class StoreTooNewException(string message) : InvalidOperationException(message);

/// <summary>What was acknowledged cannot be read any more.</summary>
public sealed class StoreDamagedException(string message, Exception? inner = null) : IOException(message, inner);
#pragma warning restore CA1032, RCS1194
