"""Clients that search all the while."""

import threading

from box import search, wait_for


class Load:
    """Clients that search until they are told to stop, and their failures."""

    def __init__(self, clients=8, keep_alive=False, retry=0):
        self.answers, self.failures, self.retries = 0, [], 0
        self.keep_alive, self.retry = keep_alive, retry
        self.stopping = threading.Event()
        self.lock = threading.Lock()
        self.threads = [threading.Thread(target=self.client) for _ in range(clients)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stopping.set()
        for thread in self.threads:
            thread.join()

    def client(self):
        while not self.stopping.is_set():
            for attempt in range(self.retry + 1):
                try:
                    status, _ = search("hospital discharge")
                    with self.lock:
                        self.answers += 1
                        if status != 200:
                            self.failures.append(f"status {status}")
                    break
                except Exception as error:
                    with self.lock:
                        if attempt < self.retry:
                            self.retries += 1
                        else:
                            self.failures.append(repr(error))

    def wait(self, answers):
        wait_for(f"{answers} answers", lambda: self.answers >= answers, 120)

    def expect_no_failure(self):
        if self.failures:
            raise AssertionError(f"{len(self.failures)} of {self.answers} failed: {self.failures[:3]}")
