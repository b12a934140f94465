/* What a Cortex-M3 needs before `main`, and how it prints and ends in QEMU (semihosting). */
#include <stddef.h>
#include <stdint.h>

#include "platform.h"

extern uint32_t data_start[], data_end[], data_load[], bss_start[], bss_end[], stack_top[];
int main(void);
void reset(void);

static long semihosting(long operation, const void *argument)
{
    register long r0 __asm__("r0") = operation;
    register const void *r1 __asm__("r1") = argument;
    __asm__ volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
    return r0;
}

void say(const char *text)
{
    semihosting(0x04, text);
}

static void leave(int code)
{
    /* ADP_Stopped_ApplicationExit, or an internal error. */
    semihosting(0x18, (const void *)(code == 0 ? 0x20026u : 0x20024u));
    for (;;) {
    }
}

static void fault(void)
{
    say("a fault\n");
    leave(1);
}

/* The end of an array: nothing guards it here. */
char *edge(size_t len)
{
    static char memory[2048];
    return len > sizeof memory ? NULL : memory + sizeof memory - len;
}

/* How far below the caller's a call takes the stack, by what it leaves of a pattern. */
size_t stack_of(void (*call)(void))
{
    volatile uint32_t *const top = __builtin_frame_address(0);
    volatile uint32_t *const bottom = bss_end + 64;
    for (volatile uint32_t *word = bottom; word < top - 32; word++) {
        *word = 0xa5a5a5a5u;
    }
    call();
    volatile uint32_t *word = bottom;
    while (word < top && *word == 0xa5a5a5a5u) {
        word++;
    }
    return (size_t)(top - word) * sizeof *word;
}

#ifdef WITH_NEWLIB
void initialise_monitor_handles(void);
#endif

void reset(void)
{
    uint32_t *from = data_load, *to = data_start;
    while (to < data_end) {
        *to++ = *from++;
    }
    for (to = bss_start; to < bss_end; to++) {
        *to = 0;
    }
#ifdef WITH_NEWLIB
    initialise_monitor_handles();
#endif
    leave(main());
}

__attribute__((section(".vectors"), used)) static const struct {
    uint32_t *stack;
    void (*handlers[15])(void);
} vectors = { stack_top, { reset, fault, fault, fault, fault, fault } };
