using Upcm.Bot.Storage.LiteDb;

namespace Upcm.Bot.Tests.Storage;

public sealed class TurnstileTests
{
    private readonly Turnstile turnstile = new();

    [Fact]
    public async Task Who_reads_while_nobody_writes_has_it_at_once()
    {
        var read = turnstile.Read(static () => 1);
        Assert.True(read.IsCompletedSuccessfully);
        Assert.Equal(1, await read);
    }

    [Fact]
    public async Task Who_reads_while_somebody_writes_has_it_as_soon_as_that_is_done()
    {
        var written = 0;
        ValueTask<int> read = default;
        turnstile.Write(() =>
        {
            read = turnstile.Read(() => written);
            Assert.False(read.IsCompleted);
            written = 2;
        });
        Assert.Equal(2, await read);
    }

    [Fact]
    public async Task Who_reads_while_somebody_prepares_has_what_was_there_before_at_once()
    {
        var written = 1;
        ValueTask<int> read = default;
        turnstile.Write(() => read = turnstile.Read(() => written), () => written = 2);
        Assert.Equal(1, await read);
        Assert.Equal(2, await turnstile.Read(() => written));
    }

    [Fact]
    public async Task Nobody_prepares_while_somebody_else_prepares_or_writes()
    {
        var busy = 0;
        void Alone()
        {
            Assert.Equal(1, Interlocked.Increment(ref busy));
            Thread.Yield();
            Interlocked.Decrement(ref busy);
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 500; i++)
            {
                turnstile.Write(Alone, Alone);
            }
        })));
        Assert.Equal(0, busy);
    }

    [Fact]
    public async Task Who_waited_has_it_also_where_the_writing_failed()
    {
        ValueTask<int> read = default;
        Assert.Throws<IOException>(() => turnstile.Write(() =>
        {
            read = turnstile.Read(static () => 3);
            throw new IOException();
        }));
        Assert.Equal(3, await read);
        Assert.Equal(4, await turnstile.Read(static () => 4));
    }

    [Fact]
    public async Task A_reading_that_fails_fails_for_who_waited_and_nobody_else()
    {
        ValueTask<int> fails = default;
        ValueTask<int> works = default;
        turnstile.Write(() =>
        {
            fails = turnstile.Read<int>(static () => throw new IOException());
            works = turnstile.Read(static () => 5);
        });
        await Assert.ThrowsAsync<IOException>(async () => await fails);
        Assert.Equal(5, await works);
    }

    [Fact]
    public async Task Nobody_reads_what_is_half_written()
    {
        var (one, other) = (0, 0);
        var writing = Task.Run(() =>
        {
            for (var i = 0; i < 2000; i++)
            {
                turnstile.Write(() =>
                {
                    one++;
                    other++;
                });
            }
        });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!writing.IsCompleted)
            {
                Assert.True(await turnstile.Read(() => one == other));
            }
        })));
        await writing;
        Assert.Equal(2000, other);
    }
}
