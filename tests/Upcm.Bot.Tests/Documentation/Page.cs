namespace Upcm.Bot.Tests.Documentation;

/// <summary>A document under docs. What is written from the code is rewritten when the tests run with WRITE_DOCS=1.</summary>
internal sealed record Page(string Name)
{
    private string Path => System.IO.Path.Combine(Root(), "docs", Name);

    public string Text => File.Exists(Path) ? File.ReadAllText(Path).ReplaceLineEndings("\n") : "";

    /// <summary>Holds what stands between <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- /name --&gt;</c> to what is wanted.</summary>
    public void Holds(string name, string wanted)
    {
        var (open, close) = ($"<!-- {name} -->\n", $"<!-- /{name} -->");
        var start = Text.IndexOf(open, StringComparison.Ordinal) + open.Length;
        var end = Text.IndexOf(close, StringComparison.Ordinal);
        Assert.True(start >= open.Length && end >= start, $"{Name} has no part {name}.");
        if (Environment.GetEnvironmentVariable("WRITE_DOCS") == "1")
        {
            File.WriteAllText(Path, Text[..start] + wanted + Text[end..]);
            return;
        }

        Assert.Equal(wanted, Text[start..end]);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "Directory.Packages.props")))
        {
            folder = System.IO.Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The root of the repository.");
        }

        return folder;
    }
}
