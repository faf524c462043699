package dev.rampline.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.rotation.KeyRingStore.Replacement;
import dev.rampline.time.Deadline;
import dev.rampline.verification.KeysUnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** The contract of every key ring store. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class KeyRingStoreContract {
  private static final int WRITERS = 8;
  private static final String FIRST = document("first");
  private static final String SECOND = document("second");
  private static final String THIRD = document("third");

  /** Returns a new store with a document. */
  protected abstract KeyRingStore containing(String text);

  /** Replaces the document without the port, as an operator does. */
  protected abstract void put(KeyRingStore store, String text);

  @Test
  void document_isReadAsWritten() {
    assertThat(containing(FIRST).read(soon()).text()).isEqualTo(FIRST);
  }

  @Test
  void documentThatWasRead_isReplaced() {
    KeyRingStore store = containing(FIRST);

    assertThat(store.replace(store.read(soon()), SECOND, soon())).isEqualTo(Replacement.WRITTEN);
    assertThat(store.read(soon()).text()).isEqualTo(SECOND);
  }

  @Test
  void documentReplacedManyTimes_isAlwaysTheLastOne() {
    KeyRingStore store = containing(FIRST);

    IntStream.range(0, 30)
        .mapToObj(number -> document("number-" + number))
        .forEach(
            text -> {
              assertThat(store.replace(store.read(soon()), text, soon()))
                  .isEqualTo(Replacement.WRITTEN);
              assertThat(store.read(soon()).text()).isEqualTo(text);
            });
  }

  @Test
  void documentReplacedByAnother_isNotReplaced() {
    KeyRingStore store = containing(FIRST);
    StoredKeyRing seen = store.read(soon());
    store.replace(seen, SECOND, soon());

    assertThat(store.replace(seen, THIRD, soon())).isEqualTo(Replacement.SUPERSEDED);
    assertThat(store.read(soon()).text()).isEqualTo(SECOND);
  }

  @Test
  void documentReplacedByAnOperator_isNotReplaced() {
    KeyRingStore store = containing(FIRST);
    StoredKeyRing seen = store.read(soon());
    put(store, SECOND);

    assertThat(store.replace(seen, THIRD, soon())).isEqualTo(Replacement.SUPERSEDED);
    assertThat(store.read(soon()).text()).isEqualTo(SECOND);
  }

  @Test
  void document_afterALostRace_isReplacedAtTheNextAttempt() {
    KeyRingStore store = containing(FIRST);
    StoredKeyRing seen = store.read(soon());
    store.replace(seen, SECOND, soon());
    store.replace(seen, THIRD, soon());

    assertThat(store.replace(store.read(soon()), THIRD, soon())).isEqualTo(Replacement.WRITTEN);
    assertThat(store.read(soon()).text()).isEqualTo(THIRD);
  }

  @Test
  void concurrentReplacements_succeedOnce() throws Exception {
    KeyRingStore store = containing(FIRST);
    StoredKeyRing seen = store.read(soon());
    List<Callable<WriteResult>> writers =
        IntStream.range(0, WRITERS)
            .mapToObj(writer -> document("writer-" + writer))
            .<Callable<WriteResult>>map(text -> () -> replace(store, seen, text))
            .toList();
    List<WriteResult> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      for (Future<WriteResult> future : threads.invokeAll(writers)) {
        results.add(future.get());
      }
    }

    String stored = store.read(soon()).text();
    assertThat(results).filteredOn(result -> result.text().equals(stored)).hasSize(1);
    assertThat(results)
        .allMatch(
            result ->
                result
                    .replacement()
                    .map(
                        outcome -> (outcome == Replacement.WRITTEN) == result.text().equals(stored))
                    .orElse(true));
  }

  @Test
  void passedDeadline_countsAsUnavailable() {
    KeyRingStore store = containing(FIRST);
    StoredKeyRing seen = store.read(soon());
    Deadline passed = Deadline.after(Duration.ofSeconds(-1), InstantSource.system());

    assertThatThrownBy(() -> store.read(passed)).isInstanceOf(KeysUnavailableException.class);
    assertThatThrownBy(() -> store.replace(seen, SECOND, passed))
        .isInstanceOf(KeysUnavailableException.class);
  }

  private static WriteResult replace(KeyRingStore store, StoredKeyRing seen, String text) {
    try {
      return new WriteResult(text, Optional.of(store.replace(seen, text, soon())));
    } catch (KeysUnavailableException unavailable) {
      return new WriteResult(text, Optional.empty());
    }
  }

  /** The result of a writer's replacement; empty if the store was unavailable. */
  private record WriteResult(String text, Optional<Replacement> replacement) {}

  private static String document(String name) {
    return "{\"accessTokens\":[\"access-token-%s\"]}".formatted(name);
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(20), InstantSource.system());
  }
}
