package dev.rampline.testkit.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;

/** The forms of a time with an unambiguous zone. All keep the milliseconds. */
enum TimeForm {
  ISO(at -> text(at.toString())),
  OFFSET(at -> text(at.atOffset(ZoneOffset.ofHours(2)).toString())),
  WITH_ZONE_NAME(at -> text(local(at, ZoneOffset.UTC) + " UTC")),
  WITH_SPACES(at -> text(local(at, ZoneOffset.ofHours(-7)) + " -0700")),
  REGION(at -> text(at.atZone(ZoneId.of("Europe/Paris")).toString())),
  TWELVE_DIGITS(at -> text(local(at, ZoneOffset.UTC).replace(' ', 'T') + "000000999Z")),
  BLANKS_AROUND(at -> text("  " + at + "\n")),
  MILLISECONDS(at -> LongNode.valueOf(at.toEpochMilli())),
  MILLISECONDS_AS_TEXT(at -> text(Long.toString(at.toEpochMilli()))),
  SECONDS(at -> DecimalNode.valueOf(BigDecimal.valueOf(at.toEpochMilli(), 3)));

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  @SuppressWarnings("ImmutableEnumChecker") // The functions have no state.
  private final Function<Instant, JsonNode> form;

  TimeForm(Function<Instant, JsonNode> form) {
    this.form = form;
  }

  JsonNode write(Instant at) {
    return form.apply(at);
  }

  private static String local(Instant at, ZoneOffset offset) {
    return LOCAL.format(at.atOffset(offset));
  }

  private static JsonNode text(String text) {
    return TextNode.valueOf(text);
  }
}
