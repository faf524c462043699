package dev.rampline.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.Generate.pick;
import static org.quicktheories.generators.Generate.range;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.core.Gen;

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
    "1705314735123456, 2024-01-15T10:32:15.123456Z",
    "1705314735123456789, 2024-01-15T10:32:15.123456789Z",
    "2026-07-28 15:09:25 -0700, 2026-07-28T22:09:25Z",
    "2024-01-15 10:32:15 UTC, 2024-01-15T10:32:15Z",
    "2024-01-15 10:32:15Z, 2024-01-15T10:32:15Z",
    "2024-01-15t10:32:15z, 2024-01-15T10:32:15Z",
    "2024-01-15 10:32 GMT, 2024-01-15T10:32:00Z",
    "2024-01-15 10:32:15 UTC+02:00, 2024-01-15T08:32:15Z",
    "2024/01/15 10:32:15 +0000, 2024-01-15T10:32:15Z",
    "20240115T103215Z, 2024-01-15T10:32:15Z",
    "2024-02-07T09:41:16.7048881234Z, 2024-02-07T09:41:16.704888123Z",
    "'2024-02-07T09:41:16,5Z', 2024-02-07T09:41:16.500Z",
    "2024-01-15T10:32:15+01:00[Europe/Paris], 2024-01-15T09:32:15Z",
    "2024-01-15T10:32:15Z[UTC], 2024-01-15T10:32:15Z",
    "2024-01-15T10:32:15[Europe/Paris], 2024-01-15T09:32:15Z",
    "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
    "' 2024-01-15T10:32:15Z', 2024-01-15T10:32:15Z",
    "'2024-01-15T10:32:15Z\t\n', 2024-01-15T10:32:15Z",
    "' 1705314735 ', 2024-01-15T10:32:15Z",
    "'Mon, 15 Jan 2024 10:32:15 GMT', 2024-01-15T10:32:15Z",
    "'Mon, 5 Feb 2024 10:32:15 -0100', 2024-02-05T11:32:15Z",
    "Mon Jan 15 2024 10:32:15 GMT+0100 (Central European Standard Time), 2024-01-15T09:32:15Z",
    "Mon Jan 15 10:32:15 UTC 2024, 2024-01-15T10:32:15Z",
    "2024-01-15 10:32:15 GMT+2, 2024-01-15T08:32:15Z",
    "2024-01-15T10:32:15+1:30, 2024-01-15T09:02:15Z",
    "2024-01-15 10:32:15 Europe/Paris, 2024-01-15T09:32:15Z",
    "2024-01-15T10:32:15 Etc/UTC, 2024-01-15T10:32:15Z",
    "2024-01-15 10:32:15.000000 +0100 CET, 2024-01-15T09:32:15Z",
    "2024-01-15T10:32:15Z UTC, 2024-01-15T10:32:15Z",
    "2024-01-15T10:32:15\u221207:00, 2024-01-15T17:32:15Z",
    "2024-01-15T24:00:00Z, 2024-01-16T00:00:00Z",
    "2024-01-15 9:32:15 PM UTC, 2024-01-15T21:32:15Z",
    "2024-01-15 12:32 am GMT, 2024-01-15T00:32:00Z",
    "2024-01-15 12:32 PM GMT, 2024-01-15T12:32:00Z",
    "'January 15, 2024 10:32:15 UTC', 2024-01-15T10:32:15Z",
    "'Mon, Jan 15, 2024, 10:32:15 AM UTC', 2024-01-15T10:32:15Z",
    "15 January 2024 10:32:15 +0000, 2024-01-15T10:32:15Z",
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
        "999999999999999",
        "1e30",
        "1e999999999",
        "2024-01-15",
        "2024-01-15T10:32:15",
        "2024-01-15 10:32:15",
        "2024-01-15T10:32:15 EST",
        "2024-10-27T02:30:00[Europe/Paris]",
        "2024-03-31T02:30:00[Europe/Paris]",
        "2024-01-15T10:32:15[Europe/Atlantis]",
        "2024-01-15T10:32:60Z",
        "2024-01-15T10:32:15Z Z",
        "15/01/2024 10:32:15 UTC",
        "2024-01-15 13:32:15 PM UTC",
        "2024-01-15 10:32:15 PM",
        "2024-01-15T24:00:01Z",
        "2024-01-15T10:32:15 CET",
        "2024-01-15T10:32:15 Europe/Atlantis",
        "'Janitor 15, 2024 10:32:15 UTC'",
        "2024-02-30T00:00:00Z",
        "2024-01-15T25:00:00Z",
        "2024-01-15T10:32:15+19:00",
        "yesterday",
        "",
      })
  void invalidOrDistantTime_isEmpty(String written) {
    assertThat(InstantParser.parse(written)).isEmpty();
  }

  @Test
  void usualForm_isReadLikeEveryOther() {
    Gen<Integer> years = pick(List.of(0, 1900, 1969, 1970, 2000, 2023, 2024, 9999));
    Gen<Integer> parts = range(0, 62);
    Gen<String> ends =
        pick(List.of("Z", ".000Z", ".120Z", ".007Z", ".12Z", ".1234Z", "z", "", "+00:00"));
    Gen<String> dates =
        years.zip(
            range(0, 13),
            range(0, 32),
            (year, month, day) -> String.format("%04d-%02d-%02d", year, month, day));
    Gen<String> times =
        range(0, 25)
            .zip(
                parts,
                parts,
                (hour, minute, second) -> String.format("%02d:%02d:%02d", hour, minute, second));
    qt().withFixedSeed(20_260_301L)
        .withExamples(20_000)
        .forAll(dates, pick(List.of("T", "t", " ")), times, ends)
        .checkAssert(
            (date, separator, time, end) -> {
              String text = date + separator + time + end;
              Instant usual = UsualInstantText.parse(text);
              if (usual != null) {
                assertThat(DateTimeText.parse(text)).contains(usual);
              }
              assertThat(InstantParser.canonical(text))
                  .isEqualTo(
                      DateTimeText.parse(text)
                          .filter(instant -> !instant.isBefore(Instant.EPOCH))
                          .filter(
                              instant -> instant.isBefore(Instant.parse("+10000-01-01T00:00:00Z")))
                          .map(Instant::toString));
            });
  }

  @Test
  void longText_isEmpty() {
    assertThat(InstantParser.parse("2".repeat(60_000))).isEmpty();
    assertThat(InstantParser.parse("2024-01-15T10:32:15." + "1".repeat(60_000) + "Z")).isEmpty();
  }
}
