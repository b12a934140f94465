/* A machine with an operating system: memory ends where a page starts that nobody may touch. */
#define _DEFAULT_SOURCE
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "platform.h"

#define SIZE 65536u

void say(const char *text)
{
    fputs(text, stdout);
}

char *edge(size_t len)
{
    static char *memory;
    if (memory == NULL) {
        void *mapped = mmap(NULL, SIZE + (size_t)sysconf(_SC_PAGESIZE), PROT_READ | PROT_WRITE,
                            MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (mapped == MAP_FAILED) {
            return NULL;
        }
        memory = mapped;
        if (mprotect(memory + SIZE, (size_t)sysconf(_SC_PAGESIZE), PROT_NONE) != 0) {
            return NULL;
        }
    }
    return len > SIZE ? NULL : memory + SIZE - len;
}
