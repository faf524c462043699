package dev.rampline.simulation.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The queues without an order, by their addresses. */
public final class StandardQueues {
  private final Map<String, List<String>> queues = new TreeMap<>();
  private final Map<String, Consumer<String>> watchers = new TreeMap<>();

  /** Has every message told that is sent to that queue. */
  public void watch(String name, Consumer<String> watcher) {
    watchers.put(name, watcher);
  }

  /** What was sent to the queue whose address ends so. */
  public List<String> sentTo(String name) {
    return queues.entrySet().stream()
        .filter(queue -> queue.getKey().endsWith("/" + name))
        .flatMap(queue -> queue.getValue().stream())
        .toList();
  }

  /** What was sent to any of them. */
  public List<String> all() {
    return queues.values().stream().flatMap(List::stream).toList();
  }

  void send(String address, String body) {
    queues.computeIfAbsent(address, _ -> new ArrayList<>()).add(body);
    Consumer<String> watcher = watchers.get(address.substring(address.lastIndexOf('/') + 1));
    if (watcher != null) {
      watcher.accept(body);
    }
  }
}
