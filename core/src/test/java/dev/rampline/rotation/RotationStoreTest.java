package dev.rampline.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.rotation.InterleavedKeyRingStore.FaultPlan.Outcome;
import dev.rampline.rotation.RotationResult.Current;
import dev.rampline.rotation.RotationResult.Failed;
import dev.rampline.rotation.RotationResult.Renewed;
import dev.rampline.time.Deadline;
import dev.rampline.verification.KeysUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An issued token is stored although the store fails or another run is faster. */
class RotationStoreTest {
  private final RotationFixture fixture =
      new RotationFixture(RotationFixture.containing("'manual-access-token'"));
  private final List<Deadline> requests = new ArrayList<>();

  @Test
  void lostRace_keepsTheTokenOfTheOtherRun() {
    RotationResult result = rotate(beforeReplacement(1, this::storeTokenOfAnotherRun));

    assertThat(result).isInstanceOf(Renewed.class);
    assertThat(fixture.texts())
        .containsExactly("issued-access-token-0", "another-access-token", "manual-access-token");
  }

  @Test
  void failedReplacement_isRepeated() {
    assertThat(rotate(failing(Outcome.FAILS, Outcome.FAILS))).isInstanceOf(Renewed.class);

    assertThat(fixture.texts()).containsExactly("issued-access-token-0", "manual-access-token");
    assertThat(fixture.store.versions()).hasSize(2);
  }

  @Test
  void replacementWithALostResponse_isNotRepeated() {
    assertThat(rotate(failing(Outcome.RESPONSE_LOST))).isInstanceOf(Renewed.class);

    assertThat(fixture.texts()).containsExactly("issued-access-token-0", "manual-access-token");
    assertThat(fixture.store.versions()).hasSize(2);
  }

  @Test
  void storeThatAlwaysFails_getsTenAttempts_andTheLossIsReported() {
    Outcome[] always = new Outcome[Rotation.MAX_ATTEMPTS];
    Arrays.fill(always, Outcome.FAILS);

    Failed failed = (Failed) rotate(failing(always));

    assertThat(failed.failure()).isEqualTo(RotationFailure.NOT_STORED);
    assertThat(failed.fault()).isInstanceOf(KeysUnavailableException.class);
    assertThat(fixture.store.versions()).hasSize(1);
  }

  @Test
  void storeThatFailsNineTimes_getsTheTokenAtLast_afterGrowingDelays() {
    Outcome[] faults = new Outcome[Rotation.MAX_ATTEMPTS - 1];
    Arrays.fill(faults, Outcome.FAILS);
    Instant begun = fixture.deadline().at();

    assertThat(rotate(failing(faults))).isInstanceOf(Renewed.class);

    assertThat(Duration.between(begun, fixture.deadline().at()))
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(16));
  }

  @Test
  void storing_endsAtTheDeadline() {
    Deadline deadline = fixture.deadline();

    Failed failed =
        (Failed)
            rotate(
                beforeReplacement(
                    Integer.MAX_VALUE,
                    () -> {
                      fixture.advanceClock(Duration.ofSeconds(30));
                      throw new KeysUnavailableException("Injected failure", new IOException());
                    }));

    assertThat(failed.failure()).isEqualTo(RotationFailure.NOT_STORED);
    assertThat(fixture.deadline().at().minusSeconds(55)).isBefore(deadline.at().plusSeconds(10));
  }

  @Test
  void unreadableStore_isReported_andNoTokenIsRequested() {
    KeyRingStore broken =
        new KeyRingStore() {
          @Override
          public StoredKeyRing read(Deadline deadline) {
            throw new KeysUnavailableException("Injected failure", new IllegalStateException());
          }

          @Override
          public Replacement replace(StoredKeyRing current, String text, Deadline deadline) {
            throw new AssertionError();
          }
        };

    Failed failed = (Failed) rotate(broken);

    assertThat(failed.failure()).isEqualTo(RotationFailure.KEYS_UNAVAILABLE);
    assertThat(failed.fault()).isInstanceOf(KeysUnavailableException.class);
    assertThat(requests).isEmpty();
  }

  @Test
  void request_leavesTwentySecondsForTheStore() {
    Instant end = fixture.deadline().at();

    rotate(fixture.store);

    assertThat(requests).extracting(Deadline::at).containsExactly(end.minusSeconds(20));
  }

  @Test
  void tokenThatAnotherRunObtainedLater_staysCurrent_andIsNotDueAgain() {
    rotate(beforeReplacement(1, this::storeTokenOfAnotherRun));
    fixture.advanceClock(Duration.ofMinutes(20));

    assertThat(rotate(fixture.store)).isInstanceOf(Current.class);
    assertThat(requests).hasSize(1);
  }

  private RotationResult rotate(KeyRingStore store) {
    return fixture
        .over(
            store,
            (apiKey, apiSecret, deadline) -> {
              requests.add(deadline);
              return fixture.provider.requestToken(apiKey, apiSecret, deadline);
            })
        .rotate(fixture.deadline());
  }

  private void storeTokenOfAnotherRun() {
    StoredKeyRing stored = fixture.store.read(fixture.deadline());
    AccessToken token =
        RotationFixture.POLICY.token(
            "another-access-token", RotationFixture.START.plusSeconds(9000), RotationFixture.START);
    String text =
        KeyRingDocument.parse(stored.text())
            .with(token, RotationFixture.POLICY, RotationFixture.START);
    fixture.store.replace(stored, text, fixture.deadline());
  }

  private KeyRingStore failing(Outcome... faults) {
    Deque<Outcome> outcomes = new ArrayDeque<>(Arrays.asList(faults));
    return new InterleavedKeyRingStore(
        fixture.store, () -> {}, () -> outcomes.isEmpty() ? Outcome.SUCCEEDS : outcomes.pop());
  }

  /** Returns a store in which something happens before each of the first replacements. */
  private KeyRingStore beforeReplacement(int times, Runnable event) {
    return new KeyRingStore() {
      private int replacements;

      @Override
      public StoredKeyRing read(Deadline deadline) {
        return fixture.store.read(deadline);
      }

      @Override
      public Replacement replace(StoredKeyRing current, String text, Deadline deadline) {
        if (replacements++ < times) {
          event.run();
        }
        return fixture.store.replace(current, text, deadline);
      }
    };
  }
}
