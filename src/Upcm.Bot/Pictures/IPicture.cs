namespace Upcm.Bot.Pictures;

/// <summary>A picture as the numbers and words it is drawn from.</summary>
public interface IPicture
{
    /// <summary>What it shows, in words, for beside it and for who does not see it.</summary>
    string InWords { get; }

    /// <summary>Draws it. The first picture loads the drawing library; nothing before it does.</summary>
    byte[] Png();
}
