package dev.rampline.embedded;

import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.stream.Collectors;

/** Watches that something ends every thread that it started. */
final class ThreadLeakCheck {
  /** The JDK's own, for whoever calls over HTTP: it ends when it has had no connection for long. */
  private static final String HTTP_CONNECTIONS = "Keep-Alive-Timer";

  private ThreadLeakCheck() {}

  /** Fails unless all threads that the action brings forth are gone soon after it. */
  static void assertNoLeak(Runnable action) {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    action.run();
    await().until(() -> newThreads(before), Set::isEmpty);
  }

  private static Set<String> newThreads(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .map(Thread::getName)
        .filter(name -> !name.startsWith("awaitility"))
        .filter(name -> !name.equals(HTTP_CONNECTIONS))
        .collect(Collectors.toSet());
  }
}
