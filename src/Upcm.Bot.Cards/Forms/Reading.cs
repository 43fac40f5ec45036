namespace Upcm.Bot.Cards.Forms;

/// <summary>What a person typed, understood or not. For input only; what the domain refuses has its own type.</summary>
public readonly record struct Reading<T>(T? Value, Phrase? Problem)
{
    public bool Understood => Problem is null;
}

public static class Reading
{
    public static Reading<T> Of<T>(T value) => new(value, null);

    public static Reading<T> Unclear<T>(string nl, string en) => new(default, new Phrase(nl, en));

    public static Reading<T> Unclear<T>(Phrase problem) => new(default, problem);
}
