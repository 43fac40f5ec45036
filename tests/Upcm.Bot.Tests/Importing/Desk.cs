using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Importing;
using Upcm.Bot.Programme;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Importing;

/// <summary>Imports texts as if they were files, into the store that people then talk with.</summary>
public sealed class Desk : IAsyncDisposable
{
    private static readonly WorkingMethod Method = ProgrammeFile.ReadFrom(ProgrammeFile.Shipped).Programme!;
    private readonly string folder = Directory.CreateTempSubdirectory("upcm").FullName;

    public Desk(Talker? talker = null) => Talker = talker ?? new Talker();

    public Talker Talker { get; }

    /// <summary>What the last import said, to both sides.</summary>
    public string Told { get; private set; } = "";

    public static string Sample => Path.Combine(Root, "samples", "portfolio.yaml");

    /// <summary>The folder of the repository.</summary>
    public static string Root
    {
        get
        {
            var above = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(above.FullName, "Upcm.Bot.sln")))
            {
                above = above.Parent!;
            }

            return above.FullName;
        }
    }

    public async Task<int> Import(string yaml, bool dry = false, bool overwrite = false, CultureInfo? culture = null, IStore? into = null)
    {
        var path = Path.Combine(folder, "portfolio.yaml");
        await File.WriteAllTextAsync(path, yaml);
        return await ImportFile(path, dry, overwrite, culture, into);
    }

    public async Task<int> ImportFile(string path, bool dry = false, bool overwrite = false, CultureInfo? culture = null, IStore? into = null, bool ifEmpty = false)
    {
        await using var said = new StringWriter();
        var teller = new ImportTeller(said, said, culture ?? Cultures.Dutch, Talker.Time, interactive: false);
        try
        {
            return await new ImportRunner(into ?? Talker.Store, Method, Talker.Time, Talker.Workspace, teller)
            {
                DryRun = dry,
                Overwrite = overwrite,
                OnlyIfEmpty = ifEmpty,
            }.Run(path, CancellationToken.None);
        }
        finally
        {
            Told = said.ToString();
        }
    }

    public async Task<T?> Load<T>(Kind<T> kind, string id)
        where T : class => (await Talker.Store.Load(kind, Talker.Workspace, id, CancellationToken.None))?.Document;

    public ValueTask<long> Count(string counter) => Talker.Store.Count(Talker.Workspace, counter, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Talker.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
