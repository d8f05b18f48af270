/* A database is opened with all of its tables, or not at all. */
#include <dirent.h>
#include <sys/stat.h>

#include <cerrno>
#include <mutex>
#include <set>
#include <utility>

#include "handles.hh"

/* What one thread opens or closes, another must not count. */
static std::mutex counting;

using file_id = std::pair<dev_t, ino_t>;

/* The files on which this process has descriptors, each as often as it has one. */
static std::multiset<file_id> open_files() {
    DIR *descriptors = opendir("/proc/self/fd");
    if (!descriptors) throw Xapian::DatabaseOpeningError("Couldn't read /proc/self/fd", errno);
    std::multiset<file_id> files;
    struct stat file;
    while (struct dirent *entry = readdir(descriptors))
        if (entry->d_name[0] != '.' && fstat(std::atoi(entry->d_name), &file) == 0)
            files.insert({file.st_dev, file.st_ino});
    closedir(descriptors);
    return files;
}

/* Which of a database's tables has no more descriptors than before; empty where all have. */
static std::string closed_table(const std::string &path, const std::multiset<file_id> &before) {
    const std::multiset<file_id> after = open_files();
    for (const char *table : {"postlist", "docdata", "termlist", "position", "spelling", "synonym"}) {
        const std::string name = path + "/" + table + ".glass";
        struct stat file;
        if (stat(name.c_str(), &file) != 0) {
            if (errno == ENOENT) continue;
            throw Xapian::DatabaseOpeningError("Couldn't open " + name, errno);
        }
        const file_id id{file.st_dev, file.st_ino};
        if (after.count(id) <= before.count(id)) return name;
    }
    return {};
}

/* Xapian takes a table that it can't open, say for want of a descriptor, for one that is empty (glass_table.cc,
 * do_open_to_read): spellings, say, would be missing without a word.
 *
 * Another thread that reads a table for its checksum may close it meanwhile, and the count is one short: not several
 * times in a row. */
Xapian::Database open_database(const char *path) {
    const std::lock_guard<std::mutex> alone(counting);
    for (int attempts = 5;; --attempts) {
        const std::multiset<file_id> before = open_files();
        Xapian::Database database(path);
        const std::string closed = closed_table(path, before);
        if (closed.empty()) return database;
        if (attempts == 1) throw Xapian::DatabaseOpeningError("Couldn't open " + closed);
    }
}

void cx_database_free(cx_database *self) {
    const std::lock_guard<std::mutex> alone(counting);
    delete self;
}
