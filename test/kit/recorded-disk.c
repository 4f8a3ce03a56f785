/*
 * Notes what a program writes to the files of one folder, in order, with every sync: laid before the C library
 * (LD_PRELOAD), so that a power cut at any moment can be replayed. RECORD_FOLDER is the folder, RECORD_LOG the notes:
 * a line `op name offset length`, and for writes the bytes after it.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define FILES_MAX 4096
static char names[FILES_MAX][64]; /* Empty: not in the folder. */
static int log_fd = -1;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void note(char op, const char *name, long long at, const void *bytes, size_t length) {
  char line[160];
  int size = snprintf(line, sizeof line, "%c %s %lld %zu\n", op, name, at, bytes == NULL ? 0 : length);
  pthread_mutex_lock(&turn);
  if (log_fd < 0) log_fd = REAL(open)(getenv("RECORD_LOG"), O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (REAL(write)(log_fd, line, size) != size) abort();
  if (bytes != NULL && REAL(write)(log_fd, bytes, length) != (ssize_t)length) abort();
  pthread_mutex_unlock(&turn);
}

static int named(int fd) { return fd >= 0 && fd < FILES_MAX && names[fd][0] != 0; }

static int opened(int fd, const char *path, int flags) {
  const char *folder = getenv("RECORD_FOLDER");
  if (fd < 0 || fd >= FILES_MAX || folder == NULL || getenv("RECORD_LOG") == NULL) return fd;
  size_t length = strlen(folder);
  names[fd][0] = 0;
  if (strncmp(path, folder, length) != 0) return fd;
  if (path[length] == 0) strcpy(names[fd], ".");
  else if (path[length] == '/') snprintf(names[fd], sizeof names[fd], "%s", path + length + 1);
  if (named(fd) && (flags & O_CREAT)) note('C', names[fd], 0, NULL, 0);
  if (named(fd) && (flags & O_TRUNC)) note('T', names[fd], 0, NULL, 0);
  return fd;
}

#define OPEN(name)                                              \
  int name(const char *path, int flags, ...) {                  \
    va_list rest;                                               \
    va_start(rest, flags);                                      \
    mode_t mode = va_arg(rest, mode_t);                         \
    va_end(rest);                                               \
    return opened(REAL(name)(path, flags, mode), path, flags);  \
  }
OPEN(open)
OPEN(open64)

int close(int fd) {
  if (fd >= 0 && fd < FILES_MAX) names[fd][0] = 0;
  return REAL(close)(fd);
}
ssize_t write(int fd, const void *bytes, size_t length) {
  long long at = named(fd) ? lseek(fd, 0, SEEK_CUR) : 0;
  ssize_t done = REAL(write)(fd, bytes, length);
  if (named(fd) && done > 0) note('W', names[fd], at, bytes, done);
  return done;
}
#define PWRITE(name, offset_type)                                               \
  ssize_t name(int fd, const void *bytes, size_t length, offset_type at) {      \
    ssize_t done = REAL(name)(fd, bytes, length, at);                           \
    if (named(fd) && done > 0) note('W', names[fd], at, bytes, done);           \
    return done;                                                                \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)
#define TRUNCATE(name, offset_type)                                             \
  int name(int fd, offset_type length) {                                        \
    int done = REAL(name)(fd, length);                                          \
    if (named(fd) && done == 0) note('T', names[fd], length, NULL, 0);          \
    return done;                                                                \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)
#define SYNC(name)                                                              \
  int name(int fd) {                                                            \
    int done = REAL(name)(fd);                                                  \
    if (named(fd) && done == 0) note('S', names[fd], 0, NULL, 0);               \
    return done;                                                                \
  }
SYNC(fsync)
SYNC(fdatasync)
