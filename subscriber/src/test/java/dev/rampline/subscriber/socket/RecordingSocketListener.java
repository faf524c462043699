package dev.rampline.subscriber.socket;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A listener that records its calls. */
final class RecordingSocketListener implements SocketListener {
  final List<SocketEvent> events = new CopyOnWriteArrayList<>();
  final List<String> losses = new CopyOnWriteArrayList<>();
  final List<String> failures = new CopyOnWriteArrayList<>();
  final AtomicInteger subscriptions = new AtomicInteger();

  @Override
  public void onEvent(SocketEvent event) {
    events.add(event);
  }

  @Override
  public void onSubscribed() {
    subscriptions.incrementAndGet();
  }

  @Override
  public void onDisconnected(String reason) {
    losses.add(reason);
  }

  @Override
  public void onFailed(String reason) {
    failures.add(reason);
  }

  void awaitSubscriptions(int count) {
    await().until(() -> subscriptions.get() >= count);
  }

  void awaitLoss(Duration atMost) {
    await().atMost(atMost).until(() -> !losses.isEmpty());
  }

  List<String> names() {
    return events.stream().map(SocketEvent::name).toList();
  }
}
