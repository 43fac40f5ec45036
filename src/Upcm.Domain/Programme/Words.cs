namespace Upcm.Domain;

/// <summary>The screen languages. Dutch is the first.</summary>
public enum Language
{
    Dutch,
    English,
}

/// <summary>One text in both screen languages.</summary>
public sealed record Words(string Nl, string En)
{
    public string In(Language language) => language == Language.English ? En : Nl;
}
