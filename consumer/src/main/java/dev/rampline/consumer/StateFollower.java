package dev.rampline.consumer;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Reads the messages of the events queue and calls a handler for each change of a subject's state.
 * The queue may deliver messages twice, late and out of order. The handler is called in the order
 * of {@code sequence}, at least once for a change, and never for a change older than one already
 * handled. The message's state, conflict and confirmation and the state handled last decide; {@code
 * type} does not.
 *
 * <ul>
 *   <li>State {@code unknown}: the message is skipped and not stored, so that it does not hide a
 *       state that arrives late.
 *   <li>Not newer than the stored sequence: the message is late or a duplicate, and is skipped.
 *   <li>Same state, conflict and confirmation as stored: only its sequence is stored. Other fields
 *       or an unverified event may have changed.
 *   <li>Otherwise: the handler is called, and then the state is stored.
 *   <li>If the message is unreadable, the handler throws, or the state cannot be stored, the
 *       message fails, and so do the messages that follow in its group, without a try. Other groups
 *       continue. The queue delivers the failed messages again, and moves one that fails too often
 *       to the dead-letter queue.
 * </ul>
 *
 * <p>Thread-safe if the handler and the store are.
 */
public final class StateFollower {
  private static final Logger LOGGER = System.getLogger(StateFollower.class.getName());

  private final HandledStates handledStates;
  private final ChangeHandler handler;
  private final FailureListener failureListener;

  /** Creates a follower. */
  public StateFollower(
      HandledStates handledStates, ChangeHandler handler, FailureListener failureListener) {
    this.handledStates = Objects.requireNonNull(handledStates, "handledStates");
    this.handler = Objects.requireNonNull(handler, "handler");
    this.failureListener = Objects.requireNonNull(failureListener, "failureListener");
  }

  /**
   * Handles messages that the caller has received. In a Lambda function, call {@link
   * LambdaBatch#follow}.
   *
   * @param deliveries the messages in the order received
   * @return the ids of the failed messages; the caller deletes all others from the queue
   */
  public List<String> follow(List<QueueMessage> deliveries) {
    Set<String> stopped = new HashSet<>();
    List<String> failed = new ArrayList<>();
    for (QueueMessage delivery : deliveries) {
      if (stopped.contains(delivery.group()) || !tryFollow(delivery)) {
        stopped.add(delivery.group());
        failed.add(delivery.id());
      }
    }
    return failed;
  }

  private boolean tryFollow(QueueMessage delivery) {
    try {
      follow(MessageReader.read(delivery.body()));
      return true;
    } catch (Exception | Error fault) {
      // Errors too: rethrown, they would fail the other groups with this one.
      if (fault instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      reportFailure(delivery, fault);
      return false;
    }
  }

  private void follow(StateMessage message) throws Exception {
    if (!message.hasKnownState()) {
      return;
    }
    HandledState last = handledStates.find(message.subject()).orElse(null);
    if (last != null && last.isAtOrAfter(message)) {
      return;
    }
    if (last == null || !last.hasSameState(message)) {
      handler.onChange(new Change(last == null ? null : last.state(), message));
    }
    if (!handledStates.replace(message.subject(), last, HandledState.of(message))) {
      throw new ConcurrentUpdateException();
    }
  }

  private void reportFailure(QueueMessage delivery, Throwable fault) {
    try {
      failureListener.onFailure(delivery, fault);
    } catch (RuntimeException listenerFault) {
      // A failing listener must not affect other messages. Its text may quote personal data.
      LOGGER.log(
          Level.WARNING, "The failure listener failed: {0}", listenerFault.getClass().getName());
    }
  }
}
