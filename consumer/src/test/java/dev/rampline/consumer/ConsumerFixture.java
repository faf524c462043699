package dev.rampline.consumer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A follower with an empty store, which records its calls and failures. */
final class ConsumerFixture {
  final HandledStates states = new InMemoryHandledStates();
  final List<String> calls = new ArrayList<>();
  final List<String> failures = new ArrayList<>();
  private final Set<Long> rejectedOnce = new HashSet<>();
  private final StateFollower follower =
      new StateFollower(
          states, this::handle, (delivery, reason) -> failures.add(failureText(delivery, reason)));

  /** Makes the handler throw at its first call for a version. */
  void rejectOnce(long version) {
    rejectedOnce.add(version);
  }

  List<String> follow(QueueMessage... deliveries) {
    return follower.follow(List.of(deliveries));
  }

  private void handle(Change change) throws RejectedException {
    calls.add(text(change));
    if (rejectedOnce.remove(change.sequence())) {
      throw new RejectedException();
    }
  }

  /** Formats a change, such as {@code order/1 2 processing -> completed open conflict}. */
  private static String text(Change change) {
    Conflict conflict = change.conflict();
    String shownConflict =
        conflict == null ? "" : conflict.isOpen() ? " open conflict" : " resolved conflict";
    return "%s %d %s -> %s%s"
        .formatted(
            change.subject(), change.sequence(), change.previous(), change.state(), shownConflict);
  }

  private static String failureText(QueueMessage delivery, Throwable reason) {
    return delivery.id() + " " + reason.getClass().getSimpleName();
  }

  /** The exception of a handler that rejects a change. */
  static final class RejectedException extends Exception {}
}
