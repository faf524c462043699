package dev.rampline.embedded;

import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.stream.Collectors;

/** Checks that an action stops every thread that it started. */
final class ThreadLeakCheck {
  /** The JDK's thread for idle HTTP connections, which ends by itself after a while. */
  private static final String HTTP_CONNECTIONS = "Keep-Alive-Timer";

  private ThreadLeakCheck() {}

  /** Fails unless all threads that the action starts end soon after it. */
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
