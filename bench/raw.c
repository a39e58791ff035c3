/* A relay in C with epoll: one send() per member and message, nothing stored but the last 50 frames a group.
 *
 * A frame is a length (4 bytes, big-endian) and a payload. The first payload of a connection is `J` and a group
 * number; the answer is the frame `joined` and the group's last frames, in one send(). Every later frame goes to all
 * members of the group as it came. Prints its port on one line. For measurements on this machine only.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { CONNECTIONS = 65536, GROUPS = 4096, FRAME = 65536, HISTORY = 50, EVENTS = 256 };

typedef struct { char *in, *out; size_t in_size, out_size; int group, place; } Connection;
typedef struct { int *members; int count, room; char *lines[HISTORY]; size_t sizes[HISTORY]; unsigned said; } Group;

static Connection connections[CONNECTIONS];
static Group groups[GROUPS];
static int poller;

static void watch(int fd, int how, uint32_t events) {
    struct epoll_event event = {.events = events, .data.fd = fd};
    epoll_ctl(poller, how, fd, &event);
}

static void leave(int fd) {
    Connection *c = &connections[fd];
    if (c->group >= 0) {
        Group *g = &groups[c->group];
        int last = g->members[--g->count];
        g->members[c->place] = last;
        connections[last].place = c->place;
    }
    free(c->in);
    free(c->out);
    memset(c, 0, sizeof *c);
    close(fd);
}

static void give(int fd, const char *data, size_t size) {
    Connection *c = &connections[fd];
    ssize_t sent = c->out_size ? 0 : send(fd, data, size, MSG_NOSIGNAL);
    size_t left = size - (sent > 0 ? (size_t)sent : 0);
    if (!left) return;
    c->out = realloc(c->out, c->out_size + left);
    memcpy(c->out + c->out_size, data + size - left, left);
    if (!c->out_size) watch(fd, EPOLL_CTL_MOD, EPOLLIN | EPOLLOUT);
    c->out_size += left;
}

static void drain(int fd) {
    Connection *c = &connections[fd];
    ssize_t sent = send(fd, c->out, c->out_size, MSG_NOSIGNAL);
    if (sent <= 0) return;
    c->out_size -= (size_t)sent;
    memmove(c->out, c->out + sent, c->out_size);
    if (!c->out_size) watch(fd, EPOLL_CTL_MOD, EPOLLIN);
}

static void join(int fd, int number) {
    static char answer[HISTORY * FRAME];
    Connection *c = &connections[fd];
    Group *g = &groups[number % GROUPS];
    if (g->count == g->room) {
        g->room = g->room ? g->room * 2 : 32;
        g->members = realloc(g->members, (size_t)g->room * sizeof(int));
    }
    c->group = number % GROUPS;
    c->place = g->count;
    g->members[g->count++] = fd;
    size_t size = 10;
    memcpy(answer, "\0\0\0\6joined", size);
    unsigned first = g->said > HISTORY ? g->said - HISTORY : 0;
    for (unsigned at = first; at < g->said; at++) {
        memcpy(answer + size, g->lines[at % HISTORY], g->sizes[at % HISTORY]);
        size += g->sizes[at % HISTORY];
    }
    give(fd, answer, size);
}

static void relay(Group *g, const char *frame, size_t size) {
    unsigned at = g->said++ % HISTORY;
    g->lines[at] = realloc(g->lines[at], size);
    memcpy(g->lines[at], frame, size);
    g->sizes[at] = size;
    for (int i = 0; i < g->count; i++) give(g->members[i], frame, size);
}

static void read_from(int fd) {
    static char buffer[FRAME];
    Connection *c = &connections[fd];
    ssize_t got = recv(fd, buffer, sizeof buffer, 0);
    if (got <= 0) {
        if (got == 0 || errno != EAGAIN) leave(fd);
        return;
    }
    c->in = realloc(c->in, c->in_size + (size_t)got);
    memcpy(c->in + c->in_size, buffer, (size_t)got);
    c->in_size += (size_t)got;
    size_t at = 0;
    while (c->in_size - at >= 4) {
        uint32_t head;
        memcpy(&head, c->in + at, 4);
        size_t size = 4 + (size_t)ntohl(head);
        if (size > FRAME) { leave(fd); return; }
        if (c->in_size - at < size) break;
        if (c->group < 0) join(fd, atoi(c->in + at + 5));
        else relay(&groups[c->group], c->in + at, size);
        at += size;
    }
    c->in_size -= at;
    memmove(c->in, c->in + at, c->in_size);
}

static void take_in(int listener) {
    int fd, yes = 1;
    while ((fd = accept(listener, NULL, NULL)) >= 0) {
        if (fd >= CONNECTIONS) { close(fd); continue; }
        fcntl(fd, F_SETFL, O_NONBLOCK);
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        connections[fd].group = -1;
        watch(fd, EPOLL_CTL_ADD, EPOLLIN);
    }
}

int main(void) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(listener, (struct sockaddr *)&address, size) || listen(listener, 4096)) return 1;
    fcntl(listener, F_SETFL, O_NONBLOCK);
    getsockname(listener, (struct sockaddr *)&address, &size);
    printf("port %d\n", ntohs(address.sin_port));
    fflush(stdout);
    poller = epoll_create1(0);
    watch(listener, EPOLL_CTL_ADD, EPOLLIN);
    for (;;) {
        struct epoll_event events[EVENTS];
        int count = epoll_wait(poller, events, EVENTS, -1);
        for (int i = 0; i < count; i++) {
            int fd = events[i].data.fd;
            if (fd == listener) { take_in(listener); continue; }
            if (events[i].events & EPOLLOUT) drain(fd);
            if (events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) read_from(fd);
        }
    }
}
