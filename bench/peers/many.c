/* Reach of many at once in C: the same worklist over the same rules, one bit a person, words of 32. The file and what is
 * printed are those of bench/many.ts. The compiler makes the inner loops as wide as the machine has them. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int32_t *next;
static int32_t *take(size_t count) { int32_t *at = next; next += count; return at; }
static int compare(const void *a, const void *b) { double x = *(const double *)a, y = *(const double *)b; return (x > y) - (x < y); }

int main(int argc, char **argv) {
  FILE *file = argc < 3 ? NULL : fopen(argv[1], "rb");
  if (file == NULL) return 2;
  fseek(file, 0, SEEK_END);
  size_t size = (size_t)ftell(file);
  rewind(file);
  next = malloc(size);
  if (fread(next, 1, size, file) != size) return 2;
  int32_t *head = take(6);
  const int32_t atoms = head[0], rules = head[1], words = head[2];
  const int32_t *asksFrom = take(rules + 1), *asks = take(head[3]);
  const int32_t *givesFrom = take(rules + 1), *gives = take(head[4]);
  const int32_t *waitersFrom = take(atoms + 1), *waiters = take(head[5]);
  const uint32_t *start = (uint32_t *)take((size_t)atoms * words), *masks = (uint32_t *)take((size_t)rules * words);
  uint32_t *bits = malloc((size_t)atoms * words * 4), *who = malloc((size_t)words * 4);
  int32_t *queue = malloc((size_t)rules * 4);
  uint8_t *queued = malloc(rules);
  const int runs = atoi(argv[2]);
  double *times = malloc(sizeof(double) * runs);
  for (int run = 0; run < runs; run++) {
    const clock_t began = clock();
    memcpy(bits, start, (size_t)atoms * words * 4);
    int32_t first = 0, count = 0;
    for (int32_t r = 0; r < rules; r++) { queue[count++] = r; queued[r] = 1; }
    while (count > 0) {
      const int32_t r = queue[first];
      first = first + 1 == rules ? 0 : first + 1;
      count--;
      queued[r] = 0;
      memcpy(who, masks + (size_t)r * words, (size_t)words * 4);
      uint32_t any = 1;
      for (int32_t i = asksFrom[r]; i < asksFrom[r + 1] && any; i++) {
        const uint32_t *had = bits + (size_t)asks[i] * words;
        any = 0;
        for (int32_t w = 0; w < words; w++) any |= who[w] &= had[w];
      }
      if (!any) continue;
      for (int32_t i = givesFrom[r]; i < givesFrom[r + 1]; i++) {
        uint32_t *had = bits + (size_t)gives[i] * words, more = 0;
        for (int32_t w = 0; w < words; w++) { more |= who[w] & ~had[w]; had[w] |= who[w]; }
        if (!more) continue;
        for (int32_t j = waitersFrom[gives[i]]; j < waitersFrom[gives[i] + 1]; j++) {
          const int32_t waiter = waiters[j];
          if (queued[waiter]) continue;
          queued[waiter] = 1;
          int32_t at = first + count;
          queue[at >= rules ? at - rules : at] = waiter;
          count++;
        }
      }
    }
    times[run] = (double)(clock() - began) / CLOCKS_PER_SEC * 1000;
  }
  uint64_t had = 0;
  for (size_t i = 0; i < (size_t)atoms * words; i++) had += (uint64_t)__builtin_popcount(bits[i]);
  qsort(times, runs, sizeof(double), compare);
  printf("%llu %f\n", (unsigned long long)had, times[(runs - 1) / 2]);
  return 0;
}
