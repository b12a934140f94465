/* What the checks need of the machine that they run on. */
#ifndef PLATFORM_H
#define PLATFORM_H

#include <stddef.h>

/* Prints a text. */
void say(const char *text);

/* Memory of `len` bytes with nothing behind it, where that can be had; NULL where there is not as much. */
char *edge(size_t len);

/* How many bytes of stack a call takes; on a microcontroller only. */
size_t stack_of(void (*call)(void));

#endif
