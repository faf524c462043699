package dev.rampline.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.consumer.ConsumerScenario.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For random deliveries, the handler calls match the oracle. Each seed can be replayed alone. */
class StateFollowerRandomizedTest {
  private static final long SEEDS = 250;

  @ParameterizedTest(name = "one in {0} calls fails")
  @ValueSource(ints = {Integer.MAX_VALUE, 3})
  void handler_getsEveryChangeInOrder_andAlwaysTheLastState(int oneInFails) {
    LongStream.range(0, SEEDS)
        .forEach(
            seed ->
                assertThat(new Run(seed, oneInFails))
                    .as("seed %d", seed)
                    .satisfies(StateFollowerRandomizedTest::assertChanges));
  }

  private static void assertChanges(Run run) {
    List<Change> calls = run.follow();
    for (String subject : List.of("order/1", "order/2", "kyc/customer/1")) {
      List<Change> subjectCalls =
          calls.stream().filter(call -> call.subject().equals(subject)).toList();
      List<Version> changes = Oracle.changes(run.scenario.arrivals(), subject);

      assertThat(withoutRepeats(subjectCalls))
          .extracting(StateFollowerRandomizedTest::text)
          .isEqualTo(texts(changes));
      assertThat(changes.isEmpty())
          .isEqualTo(Oracle.last(run.scenario.arrivals(), subject).isEmpty());
      if (!changes.isEmpty()) {
        Change last = last(subjectCalls);
        assertThat(last.state() + " " + last.conflict())
            .isEqualTo(Oracle.last(run.scenario.arrivals(), subject).get(0).stateText());
      }
    }
  }

  /** Removes repeated calls, which directly follow the first call for a change. */
  private static List<Change> withoutRepeats(List<Change> subjectCalls) {
    List<Change> once = new ArrayList<>();
    for (Change change : subjectCalls) {
      if (once.isEmpty() || last(once).sequence() != change.sequence()) {
        once.add(change);
      }
    }
    return once;
  }

  private static Change last(List<Change> changes) {
    return changes.get(changes.size() - 1);
  }

  private static List<String> texts(List<Version> changes) {
    List<String> texts = new ArrayList<>();
    String previous = null;
    for (Version version : changes) {
      texts.add("%d %s -> %s".formatted(version.number(), previous, version.stateText()));
      previous = version.state();
    }
    return texts;
  }

  private static String text(Change change) {
    return "%d %s -> %s %s"
        .formatted(change.sequence(), change.previous(), change.state(), change.conflict());
  }

  /** A scenario and a consumer that handles it until the queue is empty. */
  private static final class Run {
    private final Random random;
    private final ConsumerScenario scenario;
    private final int oneInFails;

    Run(long seed, int oneInFails) {
      this.random = new Random(seed);
      this.scenario = ConsumerScenario.create(random);
      this.oneInFails = oneInFails;
    }

    List<Change> follow() {
      List<Change> calls = new ArrayList<>();
      ChangeHandler handler =
          change -> {
            calls.add(change);
            mayFail();
          };
      StateFollower follower =
          new StateFollower(
              new FlakyHandledStates(this::mayFail), handler, (delivery, fault) -> {});
      FifoQueue queue = new FifoQueue(scenario, random);
      while (!queue.isEmpty()) {
        List<QueueMessage> batch = queue.receive();
        queue.delete(batch, follower.follow(batch));
      }
      return calls;
    }

    private void mayFail() {
      if (random.nextInt(oneInFails) == 0) {
        throw new IllegalStateException("injected failure");
      }
    }
  }

  /** A store that fails at random before and after its operations. */
  private record FlakyHandledStates(Runnable mayFail, InMemoryHandledStates states)
      implements HandledStates {
    FlakyHandledStates(Runnable mayFail) {
      this(mayFail, new InMemoryHandledStates());
    }

    @Override
    public Optional<HandledState> find(String subject) {
      mayFail.run();
      return states.find(subject);
    }

    @Override
    public boolean replace(String subject, @Nullable HandledState found, HandledState next) {
      mayFail.run();
      boolean replaced = states.replace(subject, found, next);
      mayFail.run();
      return replaced;
    }
  }
}
