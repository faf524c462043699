package dev.rampline.consumer;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows every subject of the events queue from state to state, and calls a handler at each
 * change. The queue delivers twice, late and out of order; the handler is called in the order of
 * {@code sequence}, at least once for a change, and with no change that a newer one has overtaken.
 * What a message does is decided by its state, its conflict and what was handled last; by its
 * {@code type} nothing.
 *
 * <ul>
 *   <li>State {@code unknown}: passed over and not remembered. It tells nothing, so it hides no
 *       state that comes late.
 *   <li>Not newer than what is remembered: late, or here again; passed over.
 *   <li>State and conflict as remembered: its sequence is remembered, and no more. Facts may have
 *       come, or a claim.
 *   <li>Anything else: the handler is called first, and the state remembered after it.
 *   <li>Not readable, refused by the handler, or not remembered: the message fails, and so,
 *       untried, does what follows in its group. Other groups go on. The queue brings all of it
 *       again, and puts a message aside that has failed too often.
 * </ul>
 *
 * <p>Thread-safe, if the handler is.
 */
public final class StateFollower {
  private final HandledStates handledStates;
  private final ChangeHandler handler;
  private final FailureListener failureListener;

  /** Follows with that memory, for that handler. */
  public StateFollower(HandledStates handledStates, ChangeHandler handler, FailureListener report) {
    this.handledStates = Objects.requireNonNull(handledStates, "handledStates");
    this.handler = Objects.requireNonNull(handler, "handler");
    this.failureListener = Objects.requireNonNull(report, "report");
  }

  /** Follows what Lambda hands over; its event source has to ask for partial batch answers. */
  public SQSBatchResponse follow(@Nullable SQSEvent event) {
    return LambdaBatch.response(follow(LambdaBatch.messages(event)));
  }

  /**
   * Follows what a loop of one's own has received.
   *
   * @param deliveries in the order in which they came
   * @return the ids of those to leave in the queue; the others are to be deleted from it
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
      // Errors too: thrown on, they would fail the other groups with this one.
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
      throw new ConcurrentUpdateException(message.subject());
    }
  }

  private void reportFailure(QueueMessage delivery, Throwable fault) {
    try {
      failureListener.onFailure(delivery, fault);
    } catch (RuntimeException ignored) {
      // A report that fails must not fail what goes well.
    }
  }
}
