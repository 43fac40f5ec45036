/* Preloaded into the process that torture kills (gcc -shared -fPIC -O2 -o faults.so faults.c -ldl).

   UPCM_FSYNC_MS  how long every fsync takes more: a slow disk.
   UPCM_SYNCED    a folder that gets, at every fsync, the file as it then is under the name it has: what a loss of power
                  would leave at worst, since nothing in it was ever only in the system's memory. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static void delay(void)
{
    const char *ms = getenv("UPCM_FSYNC_MS");
    if (ms != NULL && atol(ms) > 0) {
        struct timespec wait = { atol(ms) / 1000, atol(ms) % 1000 * 1000000L };
        nanosleep(&wait, NULL);
    }
}

static void keep(int fd)
{
    const char *folder = getenv("UPCM_SYNCED");
    char link[64], path[4096], part[4400], whole[4400];
    if (folder == NULL) {
        return;
    }

    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) {
        return;
    }

    path[length] = 0;
    const char *name = strrchr(path, '/');
    if (name == NULL) {
        return;
    }

    snprintf(whole, sizeof whole, "%s%s", folder, name);
    snprintf(part, sizeof part, "%s%s.part-%d", folder, name, fd);
    int from = open(path, O_RDONLY | O_CLOEXEC);
    int to = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (from >= 0 && to >= 0) {
        while (copy_file_range(from, NULL, to, NULL, 1 << 24, 0) > 0) {
        }
    }

    if (from >= 0) {
        close(from);
    }

    if (to >= 0) {
        close(to);
        rename(part, whole); /* in one step: a kill leaves the one before */
    }
}

int fsync(int fd)
{
    static int (*real)(int);
    if (real == NULL) {
        real = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    }

    delay();
    keep(fd);
    return real(fd);
}

int fdatasync(int fd)
{
    static int (*real)(int);
    if (real == NULL) {
        real = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    }

    delay();
    keep(fd);
    return real(fd);
}
