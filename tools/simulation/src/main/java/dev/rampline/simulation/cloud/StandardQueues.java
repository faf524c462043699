package dev.rampline.simulation.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The standard queues by URL. */
public final class StandardQueues {
  private final Map<String, List<String>> queues = new TreeMap<>();
  private final Map<String, Consumer<String>> watchers = new TreeMap<>();

  /** Calls the listener for every message sent to that queue. */
  public void watch(String name, Consumer<String> watcher) {
    watchers.put(name, watcher);
  }

  /** The messages sent to the queue whose URL has that suffix. */
  public List<String> sentTo(String name) {
    return queues.entrySet().stream()
        .filter(queue -> queue.getKey().endsWith("/" + name))
        .flatMap(queue -> queue.getValue().stream())
        .toList();
  }

  /** The messages sent to any of the queues. */
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
