/* The four functions of a C library that the archive uses, for an image without one. */
#include <stddef.h>

void *memcpy(void *to, const void *from, size_t len);
void *memmove(void *to, const void *from, size_t len);
void *memset(void *to, int value, size_t len);
int memcmp(const void *one, const void *two, size_t len);

void *memcpy(void *to, const void *from, size_t len)
{
    return memmove(to, from, len);
}

void *memmove(void *to, const void *from, size_t len)
{
    volatile unsigned char *out = to;
    const unsigned char *in = from;
    if (out <= in) {
        for (size_t i = 0; i < len; i++) {
            out[i] = in[i];
        }
    } else {
        while (len-- > 0) {
            out[len] = in[len];
        }
    }
    return to;
}

void *memset(void *to, int value, size_t len)
{
    volatile unsigned char *out = to;
    for (size_t i = 0; i < len; i++) {
        out[i] = (unsigned char)value;
    }
    return to;
}

int memcmp(const void *one, const void *two, size_t len)
{
    const unsigned char *a = one, *b = two;
    for (size_t i = 0; i < len; i++) {
        if (a[i] != b[i]) {
            return a[i] - b[i];
        }
    }
    return 0;
}

#ifdef __arm__
/* By the names that the procedure call standard of Arm has for them. */
void __aeabi_memcpy(void *to, const void *from, size_t len);
void __aeabi_memcpy4(void *to, const void *from, size_t len);
void __aeabi_memcpy8(void *to, const void *from, size_t len);
void __aeabi_memmove(void *to, const void *from, size_t len);
void __aeabi_memmove4(void *to, const void *from, size_t len);
void __aeabi_memset(void *to, size_t len, int value);
void __aeabi_memset4(void *to, size_t len, int value);
void __aeabi_memset8(void *to, size_t len, int value);
void __aeabi_memclr(void *to, size_t len);
void __aeabi_memclr4(void *to, size_t len);
void __aeabi_memclr8(void *to, size_t len);

void __aeabi_memcpy(void *to, const void *from, size_t len) { memmove(to, from, len); }
void __aeabi_memcpy4(void *to, const void *from, size_t len) { memmove(to, from, len); }
void __aeabi_memcpy8(void *to, const void *from, size_t len) { memmove(to, from, len); }
void __aeabi_memmove(void *to, const void *from, size_t len) { memmove(to, from, len); }
void __aeabi_memmove4(void *to, const void *from, size_t len) { memmove(to, from, len); }
void __aeabi_memset(void *to, size_t len, int value) { memset(to, value, len); }
void __aeabi_memset4(void *to, size_t len, int value) { memset(to, value, len); }
void __aeabi_memset8(void *to, size_t len, int value) { memset(to, value, len); }
void __aeabi_memclr(void *to, size_t len) { memset(to, 0, len); }
void __aeabi_memclr4(void *to, size_t len) { memset(to, 0, len); }
void __aeabi_memclr8(void *to, size_t len) { memset(to, 0, len); }
#endif
