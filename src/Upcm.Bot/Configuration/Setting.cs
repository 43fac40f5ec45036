using Upcm.Bot.Cards;

namespace Upcm.Bot.Configuration;

/// <summary>Something an administrator can set. The table in the README is written from these; a test holds them together.</summary>
/// <param name="Name">As in <c>appsettings.json</c>; in the environment with <c>__</c> for each colon.</param>
/// <param name="Default">What holds where nothing is set; null where nothing does.</param>
/// <param name="Meaning">For the README and for <c>check</c>.</param>
internal sealed record Setting(string Name, string? Default, Phrase Meaning)
{
    /// <summary>Several values: <c>Administrators:0</c>, <c>Administrators:1</c>, ….</summary>
    public bool Several { get; init; }

    /// <summary>What is wrong with a value, or null.</summary>
    public Func<string, Phrase?> Problem { get; init; } = static _ => null;
}

/// <summary>A setting that keeps the bot from starting.</summary>
internal sealed record SettingProblem(string Name, Phrase Message);
