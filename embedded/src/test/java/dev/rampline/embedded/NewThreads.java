package dev.rampline.embedded;

import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.stream.Collectors;

/** Watches that something ends every thread that it started. */
final class NewThreads {
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
        .collect(Collectors.toSet());
  }
}
