package dev.rampline.adapter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.verification.InvalidKeysException;
import dev.rampline.verification.KeySource;
import dev.rampline.verification.KeysDocument;
import dev.rampline.verification.KeysUnavailableException;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggedKeySourceTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final String SHORT =
      "{\"accessTokens\":[\"%s-of-20-bytes-\"]}".formatted("canary");
  private static final String TOO_SHORT = "{\"accessTokens\":[\"canary\"]}";

  private final List<String> lines = new ArrayList<>();
  private String document = SHORT;

  @Test
  void key_that_is_unwise_is_reported_once() {
    KeySource source = journaled(() -> KeysDocument.parse(document));

    assertThat(source.read()).isEqualTo(KeysDocument.parse(document));
    source.read();

    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst())
        .contains("\"warning\":\"accessTokens has an entry shorter than 32 bytes\"")
        .doesNotContain("canary");
  }

  @Test
  void warning_that_came_back_is_reported_again() {
    KeySource source = journaled(() -> KeysDocument.parse(document));
    source.read();
    document = SHORT.replace("canary", "canary-of-so-many-bytes");
    source.read();
    document = SHORT;
    source.read();

    assertThat(lines).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'value':'one-of-32-bytes-or-more-at-least','notAfter':'2026-03-01T12:00:00Z'} | 7200",
        """
        {'value':'one-of-32-bytes-or-more-at-least','notAfter':'2026-03-01T12:00:00Z'},\
        {'value':'two-of-32-bytes-or-more-at-least','notAfter':'2026-03-01T11:00:00Z'} | 7200""",
        "{'value':'one-of-32-bytes-or-more-at-least','notAfter':'2026-03-01T09:00:00Z'} | -3600",
      })
  void keys_that_all_end_are_reported_with_what_is_left(String tokens, long left) {
    document = "{\"accessTokens\":[%s]}".formatted(tokens.replace('\'', '"'));

    journaled(() -> KeysDocument.parse(document)).read();

    assertThat(lines.getLast()).contains("\"keyExpiresIn\":" + left).doesNotContain("32-bytes");
  }

  @Test
  void keys_of_which_one_has_no_end_are_not_reported() {
    document =
        """
        {"accessTokens":["one-of-32-bytes-or-more-at-least",
          {"value":"two-of-32-bytes-or-more-at-least","notAfter":"2026-03-01T12:00:00Z"}]}""";

    journaled(() -> KeysDocument.parse(document)).read();

    assertThat(lines).isEmpty();
  }

  @Test
  void keys_that_cannot_be_used_are_reported_by_what_is_wrong_with_them() {
    document = TOO_SHORT;

    assertThatThrownBy(journaled(() -> KeysDocument.parse(document))::read)
        .isInstanceOf(InvalidKeysException.class);
    assertThat(lines.getLast())
        .contains("\"cause\":\"keys-invalid\"", "\"keyLoadsFailed\":1")
        .contains("\"problem\":\"accessTokens has an entry shorter than 16 bytes\"")
        .doesNotContain("canary");
  }

  @Test
  void keys_that_do_not_come_are_reported_by_the_fault_at_the_root() {
    assertThatThrownBy(journaled(LoggedKeySourceTest::unreachable)::read)
        .isInstanceOf(KeysUnavailableException.class);
    assertThat(lines.getLast())
        .contains("\"cause\":\"keys-unreachable\"", "\"keyLoadsFailed\":1")
        .contains("\"fault\":\"timeout\"")
        .doesNotContain("canary", "problem");
  }

  private KeySource journaled(KeySource source) {
    return new LoggedKeySource(
        "webhook", source, line -> lines.add(line.json()), InstantSource.fixed(NOW));
  }

  private static KeysDocument unreachable() {
    throw new KeysUnavailableException("canary", new SocketTimeoutException("canary"));
  }
}
