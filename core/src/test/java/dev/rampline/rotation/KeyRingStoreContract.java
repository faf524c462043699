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

/** What every store of the document must do. */
public abstract class KeyRingStoreContract {
  private static final int WRITERS = 8;
  private static final String FIRST = document("first");
  private static final String SECOND = document("second");
  private static final String THIRD = document("third");

  /** A store of its own, with that document in it. */
  protected abstract KeyRingStore holding(String text);

  /** Puts a document there in another way than through the port. */
  protected abstract void put(KeyRingStore store, String text);

  @Test
  void document_thatStandsThere_isReadAsItIs() {
    assertThat(holding(FIRST).read(soon()).text()).isEqualTo(FIRST);
  }

  @Test
  void document_thatWasSeen_isReplaced() {
    KeyRingStore store = holding(FIRST);

    assertThat(store.replace(store.read(soon()), SECOND, soon())).isEqualTo(Replacement.WRITTEN);
    assertThat(store.read(soon()).text()).isEqualTo(SECOND);
  }

  @Test
  void document_replacedManyTimes_isAlwaysTheLast() {
    KeyRingStore store = holding(FIRST);

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
  void document_replacedMeanwhile_isNotReplacedAgain() {
    KeyRingStore store = holding(FIRST);
    StoredKeyRing seen = store.read(soon());
    store.replace(seen, SECOND, soon());

    assertThat(store.replace(seen, THIRD, soon())).isEqualTo(Replacement.SUPERSEDED);
    assertThat(store.read(soon()).text()).isEqualTo(SECOND);
  }

  @Test
  void document_replacedByAnOperatorMeanwhile_isNotReplacedAgain() {
    KeyRingStore store = holding(FIRST);
    StoredKeyRing seen = store.read(soon());
    put(store, SECOND);

    assertThat(store.replace(seen, THIRD, soon())).isEqualTo(Replacement.SUPERSEDED);
    assertThat(store.read(soon()).text()).isEqualTo(SECOND);
  }

  @Test
  void document_afterALostRace_isReplacedOnTheNextTry() {
    KeyRingStore store = holding(FIRST);
    StoredKeyRing seen = store.read(soon());
    store.replace(seen, SECOND, soon());
    store.replace(seen, THIRD, soon());

    assertThat(store.replace(store.read(soon()), THIRD, soon())).isEqualTo(Replacement.WRITTEN);
    assertThat(store.read(soon()).text()).isEqualTo(THIRD);
  }

  @Test
  void document_replacedByManyAtOnce_isReplacedByOne() throws Exception {
    KeyRingStore store = holding(FIRST);
    StoredKeyRing seen = store.read(soon());
    List<Callable<Heard>> writers =
        IntStream.range(0, WRITERS)
            .mapToObj(writer -> document("writer-" + writer))
            .<Callable<Heard>>map(text -> () -> replaced(store, seen, text))
            .toList();
    List<Heard> heard = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      for (Future<Heard> future : threads.invokeAll(writers)) {
        heard.add(future.get());
      }
    }

    String status = store.read(soon()).text();
    assertThat(heard).filteredOn(one -> one.text().equals(status)).hasSize(1);
    assertThat(heard)
        .allMatch(
            one ->
                one.replacement()
                    .map(told -> (told == Replacement.WRITTEN) == one.text().equals(status))
                    .orElse(true));
  }

  @Test
  void store_withNoTimeLeft_isUnavailable() {
    KeyRingStore store = holding(FIRST);
    StoredKeyRing seen = store.read(soon());
    Deadline passed = Deadline.after(Duration.ofSeconds(-1), InstantSource.system());

    assertThatThrownBy(() -> store.read(passed)).isInstanceOf(KeysUnavailableException.class);
    assertThatThrownBy(() -> store.replace(seen, SECOND, passed))
        .isInstanceOf(KeysUnavailableException.class);
  }

  private static Heard replaced(KeyRingStore store, StoredKeyRing seen, String text) {
    try {
      return new Heard(text, Optional.of(store.replace(seen, text, soon())));
    } catch (KeysUnavailableException unheard) {
      return new Heard(text, Optional.empty());
    }
  }

  /** What a writer heard of its document; nothing, where the store was out of order meanwhile. */
  private record Heard(String text, Optional<Replacement> replacement) {}

  private static String document(String name) {
    return "{\"accessTokens\":[\"access-token-%s\"]}".formatted(name);
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(20), InstantSource.system());
  }
}
