package dev.rampline.consumer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A follower with an empty memory, and all that it does. */
final class ConsumerFixture {
  final HandledStates states = new InMemoryHandledStates();
  final List<String> called = new ArrayList<>();
  final List<String> reported = new ArrayList<>();
  private final Set<Long> refusedOnce = new HashSet<>();
  private final StateFollower follower =
      new StateFollower(
          states, this::handle, (delivery, reason) -> reported.add(failureText(delivery, reason)));

  /** Lets the handler throw when it is called for that version first. */
  void refuseOnce(long version) {
    refusedOnce.add(version);
  }

  List<String> follow(QueueMessage... deliveries) {
    return follower.follow(List.of(deliveries));
  }

  private void handle(Change change) throws RefusedException {
    called.add(text(change));
    if (refusedOnce.remove(change.sequence())) {
      throw new RefusedException();
    }
  }

  /** Such as {@code order/1 2 processing -> completed contested}. */
  private static String text(Change change) {
    Conflict conflict = change.conflict();
    String contest = conflict == null ? "" : conflict.isOpen() ? " contested" : " settled";
    return "%s %d %s -> %s%s"
        .formatted(change.subject(), change.sequence(), change.previous(), change.state(), contest);
  }

  private static String failureText(QueueMessage delivery, Throwable reason) {
    return delivery.id() + " " + reason.getClass().getSimpleName();
  }

  /** What a handler may throw that does not want a change now. */
  static final class RefusedException extends Exception {}
}
