package dev.rampline.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.ingest.QueueUnavailableException;
import dev.rampline.json.Json;
import dev.rampline.time.Deadline;
import dev.rampline.verification.Transport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract of every quarantine. It is empty before each test. */
public abstract class QuarantineContract {
  /** The quarantine under test. */
  protected abstract Quarantine quarantine();

  /** Takes that many payloads out of it, in any order. */
  protected abstract List<QuarantinedPayload> taken(int expected);

  @Test
  void payload_thatIsKept_comesOutAsItWas() {
    List<QuarantinedPayload> payloads =
        List.of(
            payload(
                new QuarantinedPayload.JsonContent(
                    new Json.Obj(Map.of("\u6f22\u0000\"", new Json.Num("1.50")))),
                QuarantineReason.NO_SUBJECT),
            payload(new QuarantinedPayload.BinaryContent("AP9/"), QuarantineReason.UNREADABLE));

    payloads.forEach(payload -> quarantine().keep(payload, after(Duration.ofSeconds(10))));

    assertThat(taken(2)).containsExactlyInAnyOrderElementsOf(payloads);
  }

  @Test
  void payload_afterTheDeadline_throws() {
    QuarantinedPayload payload =
        payload(new QuarantinedPayload.BinaryContent(""), QuarantineReason.UNREADABLE);

    assertThatThrownBy(() -> quarantine().keep(payload, after(Duration.ZERO)))
        .isInstanceOf(QueueUnavailableException.class);
    assertThat(taken(0)).isEmpty();
  }

  private static QuarantinedPayload payload(
      QuarantinedPayload.Content content, QuarantineReason reason) {
    return new QuarantinedPayload(content, Transport.JWT, 1, Instant.EPOCH, reason, null);
  }

  private static Deadline after(Duration time) {
    return Deadline.after(time, InstantSource.system());
  }
}
