package dev.rampline.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several consumers handle the same messages, such as after a visibility timeout. */
@Timeout(60)
class RacingConsumersTest {

  private final HandledStates states =
      new DynamoDbHandledStates(
          EmbeddedTables.client(), ConsumerTable.create(EmbeddedTables.client()));
  private final List<Change> calls = Collections.synchronizedList(new ArrayList<>());
  private final List<Throwable> faults = Collections.synchronizedList(new ArrayList<>());

  @Test
  void slowConsumer_failsAfterAConcurrentUpdate_andThenSkipsItsMessage() throws Exception {
    StateFollower other = follower(calls::add);
    StateFollower slow =
        follower(
            change ->
                other.follow(
                    List.of(MessageBodies.of(1, "processing"), MessageBodies.of(2, "completed"))));

    assertThat(slow.follow(List.of(MessageBodies.of(1, "processing"))))
        .containsExactly("order/1/1");
    assertThat(faults).singleElement().isInstanceOf(ConcurrentUpdateException.class);
    assertThat(slow.follow(List.of(MessageBodies.of(1, "processing")))).isEmpty();
    assertThat(calls).extracting(Change::state).containsExactly("processing", "completed");
    assertThat(states.find(MessageBodies.ORDER))
        .contains(new HandledState(2, "completed", null, false));
  }

  @Test
  void concurrentConsumers_handleEveryMessage_andStoreTheLastState() throws Exception {
    List<QueueMessage> messages =
        LongStream.rangeClosed(1, 12)
            .mapToObj(version -> MessageBodies.of(version, "s" + version))
            .toList();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Set<String>> consumer = () -> followAll(messages);
      for (Future<Set<String>> run : threads.invokeAll(Collections.nCopies(4, consumer))) {
        assertThat(run.get()).hasSize(messages.size());
      }
    } finally {
      threads.shutdown();
    }

    Map<Long, Set<String>> previous = new TreeMap<>();
    calls.forEach(
        change ->
            previous
                .computeIfAbsent(change.sequence(), version -> new HashSet<>())
                .add(String.valueOf(change.previous())));
    assertThat(previous.keySet()).hasSize(12);
    assertThat(previous)
        .allSatisfy((version, before) -> assertThat(before).containsExactly(before(version)));
    assertThat(states.find(MessageBodies.ORDER)).contains(new HandledState(12, "s12", null, false));
  }

  /** Delivers failed messages again until all are handled. */
  private Set<String> followAll(List<QueueMessage> messages) {
    StateFollower follower = follower(calls::add);
    Set<String> done = new HashSet<>();
    List<QueueMessage> remaining = messages;
    while (!remaining.isEmpty()) {
      List<String> failed = follower.follow(remaining);
      remaining.stream()
          .map(QueueMessage::id)
          .filter(id -> !failed.contains(id))
          .forEach(done::add);
      remaining = remaining.stream().filter(delivery -> failed.contains(delivery.id())).toList();
    }
    return done;
  }

  private static String before(long version) {
    return version == 1 ? "null" : "s" + (version - 1);
  }

  private StateFollower follower(ChangeHandler handler) {
    return new StateFollower(states, handler, (delivery, fault) -> faults.add(fault));
  }
}
