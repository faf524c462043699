package dev.rampline.embedded;

import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.stream.Collectors;

/** Watches that something ends every thread that it started. */
final class NewThreads {
  /** The JDK's own, for whoever calls over HTTP: it ends when it has had no connection for long. */
  private static final String HTTP_CONNECTIONS = "Keep-Alive-Timer";

  private NewThreads() {}

  /** Fails unless all threads that the action brings forth are gone soon after it. */
  static void endAfter(Runnable action) {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    action.run();
    await().until(() -> aliveBut(before), Set::isEmpty);
  }

  private static Set<String> aliveBut(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .map(Thread::getName)
        .filter(name -> !name.startsWith("awaitility"))
        .filter(name -> !name.equals(HTTP_CONNECTIONS))
        .collect(Collectors.toSet());
  }
}
