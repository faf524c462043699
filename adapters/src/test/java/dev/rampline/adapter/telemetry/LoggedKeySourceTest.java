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
  void weakKey_isReportedOnce() {
    KeySource source = logged(() -> KeysDocument.parse(document));

    assertThat(source.read()).isEqualTo(KeysDocument.parse(document));
    source.read();

    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst())
        .contains("\"warning\":\"accessTokens has an entry shorter than 32 bytes\"")
        .doesNotContain("canary");
  }

  @Test
  void recurringWarning_isReportedAgain() {
    KeySource source = logged(() -> KeysDocument.parse(document));
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
  void expiringKeys_areReportedWithTheRemainingTime(String tokens, long remaining) {
    document = "{\"accessTokens\":[%s]}".formatted(tokens.replace('\'', '"'));

    logged(() -> KeysDocument.parse(document)).read();

    assertThat(lines.getLast())
        .contains("\"keyExpiresIn\":" + remaining)
        .doesNotContain("32-bytes");
  }

  @Test
  void keysWithOneWithoutExpiry_areNotReported() {
    document =
        """
        {"accessTokens":["one-of-32-bytes-or-more-at-least",
          {"value":"two-of-32-bytes-or-more-at-least","notAfter":"2026-03-01T12:00:00Z"}]}""";

    logged(() -> KeysDocument.parse(document)).read();

    assertThat(lines).isEmpty();
  }

  @Test
  void invalidKeys_areReportedWithTheirProblem() {
    document = TOO_SHORT;

    assertThatThrownBy(logged(() -> KeysDocument.parse(document))::read)
        .isInstanceOf(InvalidKeysException.class);
    assertThat(lines.getLast())
        .contains("\"cause\":\"keys-invalid\"", "\"keyLoadsFailed\":1")
        .contains("\"problem\":\"accessTokens has an entry shorter than 16 bytes\"")
        .doesNotContain("canary");
  }

  @Test
  void unavailableKeys_areReportedWithTheRootCause() {
    assertThatThrownBy(logged(LoggedKeySourceTest::unreachable)::read)
        .isInstanceOf(KeysUnavailableException.class);
    assertThat(lines.getLast())
        .contains("\"cause\":\"keys-unreachable\"", "\"keyLoadsFailed\":1")
        .contains("\"fault\":\"timeout\"")
        .doesNotContain("canary", "problem");
  }

  private KeySource logged(KeySource source) {
    return new LoggedKeySource(
        "webhook", source, line -> lines.add(line.json()), InstantSource.fixed(NOW));
  }

  private static KeysDocument unreachable() {
    throw new KeysUnavailableException("canary", new SocketTimeoutException("canary"));
  }
}
