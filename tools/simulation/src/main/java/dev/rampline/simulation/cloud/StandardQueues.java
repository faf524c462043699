package dev.rampline.simulation.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The standard queues. */
public final class StandardQueues {
  private final Map<String, List<String>> queues = new TreeMap<>();
  private final Map<String, Consumer<String>> watchers = new TreeMap<>();

  /** Calls the listener for every message sent to that queue. */
  public void watch(String name, Consumer<String> watcher) {
    watchers.put(name, watcher);
  }

  /** The messages sent to that queue. */
  public List<String> sentTo(String name) {
    return List.copyOf(queues.getOrDefault(name, List.of()));
  }

  /** The messages sent to each queue. */
  public Map<String, List<String>> byName() {
    return Map.copyOf(queues);
  }

  /** The messages sent to any of the queues. */
  public List<String> all() {
    return queues.values().stream().flatMap(List::stream).toList();
  }

  void send(String address, String body) {
    String name = address.substring(address.lastIndexOf('/') + 1);
    queues.computeIfAbsent(name, _ -> new ArrayList<>()).add(body);
    Consumer<String> watcher = watchers.get(name);
    if (watcher != null) {
      watcher.accept(body);
    }
  }
}
