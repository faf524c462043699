package dev.rampline.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantParserTest {
  @ParameterizedTest
  @CsvSource({
    "2024-01-15T10:32:15Z, 2024-01-15T10:32:15Z",
    "2024-01-15T10:32:15.5Z, 2024-01-15T10:32:15.500Z",
    "2024-01-15T10:32:15.123456789Z, 2024-01-15T10:32:15.123456789Z",
    "2024-01-15T12:32:15+02:00, 2024-01-15T10:32:15Z",
    "2024-01-15T05:02:15.250-05:30, 2024-01-15T10:32:15.250Z",
    "2024-01-15T12:32:15+0200, 2024-01-15T10:32:15Z",
    "2024-01-15T12:32:15+02, 2024-01-15T10:32:15Z",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
    "1705314735, 2024-01-15T10:32:15Z",
    "1705314735.25, 2024-01-15T10:32:15.250Z",
    "1705314735123, 2024-01-15T10:32:15.123Z",
    "1.705314735e9, 2024-01-15T10:32:15Z",
    "0, 1970-01-01T00:00:00Z",
    "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z",
    "99999999999, 5138-11-16T09:46:39Z",
    "100000000000, 1973-03-03T09:46:40Z",
    "253402300799999, 9999-12-31T23:59:59.999Z",
  })
  void instant_isParsedInEveryFormat(String written, Instant instant) {
    assertThat(InstantParser.parse(written)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1969-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z",
        "1970-01-01T00:00:00+00:01",
        "-1",
        "-1705314735",
        "253402300800000",
        "1e30",
        "1e999999999",
        "2024-01-15",
        "2024-01-15T10:32:15",
        "2024-01-15 10:32:15Z",
        "2024-02-30T00:00:00Z",
        "2024-01-15T25:00:00Z",
        "2024-01-15T10:32:15+19:00",
        " 2024-01-15T10:32:15Z",
        "yesterday",
        "",
      })
  void invalidOrDistantTime_isEmpty(String written) {
    assertThat(InstantParser.parse(written)).isEmpty();
  }

  @Test
  void longText_isEmpty() {
    assertThat(InstantParser.parse("2".repeat(60_000))).isEmpty();
    assertThat(InstantParser.parse("2024-01-15T10:32:15." + "1".repeat(60_000) + "Z")).isEmpty();
  }
}
