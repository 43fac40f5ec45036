using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;

namespace Upcm.Bot.Tests.Conversation;

public sealed class PlainWordsTests
{
    /// <summary>Messages and cards are plain text: a backtick around words to say would be seen as a backtick.</summary>
    [Fact]
    public void Words_to_say_stand_between_double_quotes_and_never_between_backticks() =>
        Assert.DoesNotContain(
            [.. Texts(typeof(Router).Assembly), .. Texts(typeof(Card).Assembly)],
            text => text.Contains('`', StringComparison.Ordinal) && text.Any(char.IsLetter));

    /// <summary>Every text that stands in the code.</summary>
    internal static List<string> Texts(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var reader = file.GetMetadataReader();
        List<string> texts = [];
        for (var handle = reader.GetNextHandle(MetadataTokens.UserStringHandle(0)); !handle.IsNil; handle = reader.GetNextHandle(handle))
        {
            texts.Add(reader.GetUserString(handle));
        }

        return texts;
    }
}
