package dev.rampline.adapter.aws;

import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Breaks off HTTP calls that exceed their time limit. A read time-out alone does not: it starts
 * anew with each byte of a response. One thread looks at all calls at short intervals, which costs
 * far less than a timer for each. Thread-safe.
 */
final class CallWatchdog {
  /** By this, a call may exceed its limit. */
  private static final Duration INTERVAL = Duration.ofMillis(50);

  /** After these intervals without a call, the thread rests until the next one. */
  private static final int IDLE_INTERVALS = 20;

  private static final CallWatchdog INSTANCE = new CallWatchdog();

  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean resting;

  private CallWatchdog() {
    this.thread = Thread.ofPlatform().daemon().name("aws-call-watchdog").start(this::run);
  }

  /** Watches a call until the watch is closed. */
  static Watch watch(HttpURLConnection connection, Duration limit) {
    return INSTANCE.start(new Watch(connection, System.nanoTime() + limit.toNanos()));
  }

  private Watch start(Watch watch) {
    watches.add(watch);
    if (resting) {
      LockSupport.unpark(thread);
    }
    return watch;
  }

  private void run() {
    int idle = 0;
    while (true) {
      if (idle < IDLE_INTERVALS) {
        LockSupport.parkNanos(INTERVAL.toNanos());
      } else {
        resting = true;
        if (watches.isEmpty()) {
          LockSupport.park();
        }
        resting = false;
      }
      idle = watches.isEmpty() ? idle + 1 : 0;
      watches.forEach(Watch::check);
    }
  }

  /** One call. Not thread-safe, except that the watchdog may break it off. */
  static final class Watch implements AutoCloseable {
    private final HttpURLConnection connection;
    private final long endsAt;
    private volatile boolean brokenOff;

    private Watch(HttpURLConnection connection, long endsAt) {
      this.connection = connection;
      this.endsAt = endsAt;
    }

    /** Returns whether the call has exceeded its limit. */
    boolean isOver() {
      return brokenOff || System.nanoTime() - endsAt >= 0;
    }

    @Override
    public void close() {
      INSTANCE.watches.remove(this);
    }

    /** A disconnect can wait for a read that holds a lock, so it gets a thread of its own. */
    private void check() {
      if (isOver() && INSTANCE.watches.remove(this)) {
        brokenOff = true;
        Thread.startVirtualThread(connection::disconnect);
      }
    }
  }
}
