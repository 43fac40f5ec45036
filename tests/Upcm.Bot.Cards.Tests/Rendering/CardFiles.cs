using Upcm.Bot.Cards.Rendering.AdaptiveCards;

namespace Upcm.Bot.Cards.Tests.Rendering;

/// <summary>Puts rendered cards in files, for tools that do not speak .NET: a schema validator, a browser, a person's eyes.</summary>
public static class CardFiles
{
    public static string Root { get; } = FindRoot();

    /// <summary>An empty folder under artifacts/cards.</summary>
    public static string Folder(string name)
    {
        var folder = new DirectoryInfo(Path.Combine(Root, "artifacts", "cards", name));
        if (folder.Exists)
        {
            folder.Delete(recursive: true);
        }

        folder.Create();
        return folder.FullName;
    }

    public static void Write(string folder, string name, Card card) =>
        File.WriteAllBytes(Path.Combine(folder, name + ".json"), AdaptiveCardRenderer.Render(card, Cultures.Dutch));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Upcm.Bot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests must run from inside the repository.");
    }
}
