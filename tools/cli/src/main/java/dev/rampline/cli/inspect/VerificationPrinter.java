package dev.rampline.cli.inspect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.cli.terminal.KeyValuePrinter;
import dev.rampline.decoding.DecodingResult;
import dev.rampline.decoding.VocabularyAdditions;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.quarantine.QuarantineReason;
import dev.rampline.verification.RejectionReason;
import dev.rampline.verification.Verification.Unreadable;
import dev.rampline.verification.Verification.Verified;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints the result of a verification; its methods return the command's exit code. */
record VerificationPrinter(PrintWriter out, boolean json, VocabularyAdditions vocabulary) {

  /**
   * @param hint what the user can do; null if unknown
   */
  int printRejected(RejectionReason reason, @Nullable String hint) {
    ObjectNode verdict =
        JsonLines.object()
            .put("verdict", "rejected")
            .put("reason", kebabCase(reason))
            .put("status", status(reason.category()));
    if (hint != null) {
      verdict.put("hint", hint);
    }
    print(verdict);
    return 1;
  }

  int printVerified(Verified verified, DecodingResult decoding) {
    ObjectNode verdict =
        JsonLines.object()
            .put("verdict", "verified")
            .put("transport", verified.transport().text())
            .put("key", verified.key());
    switch (decoding) {
      case DecodingResult.Ignored() -> verdict.putNull("event");
      case DecodingResult.Unplaceable(QuarantineReason reason) ->
          verdict.putNull("event").put("quarantine", reason.text());
      case DecodingResult.WithEvent(VerifiedEvent event, int leftOut, boolean withheld) -> {
        verdict.set("event", object(event));
        verdict.put("fieldsLeftOut", leftOut);
        if (withheld) {
          verdict.put("quarantine", QuarantineReason.UNRECOGNIZED.text());
        }
      }
    }
    print(verdict);
    return 0;
  }

  int printUnreadable(Unreadable unreadable) {
    print(
        JsonLines.object()
            .put("verdict", "verified")
            .put("transport", unreadable.transport().text())
            .put("key", unreadable.key())
            .putNull("event")
            .put("quarantine", QuarantineReason.UNREADABLE.text()));
    return 0;
  }

  private static ObjectNode object(VerifiedEvent event) {
    ObjectNode object =
        JsonLines.object()
            .put("subject", event.subject().text())
            .put("state", event.status().state().text())
            .put("eventName", event.status().eventName())
            .put("rawStatus", event.status().rawStatus())
            .put("undocumented", event.status().unrecognizedTerm())
            .put("occurredAt", text(event.occurredAt()));
    ObjectNode fields = object.putObject("fields");
    event.fields().values().forEach(fields::put);
    event.fields().unknownNames().forEach(object.putArray("unknownFields")::add);
    return object;
  }

  private void print(ObjectNode verdict) {
    if (!vocabulary.equals(VocabularyAdditions.NONE)) {
      verdict.put("vocabulary", vocabulary.summary());
    }
    if (json) {
      JsonLines.print(out, verdict);
    } else {
      new KeyValuePrinter(out).print(verdict);
    }
  }

  private static int status(RejectionReason.Category category) {
    return switch (category) {
      case TOO_LARGE -> 413;
      case MALFORMED -> 400;
      case UNAUTHENTICATED -> 401;
    };
  }

  private static String kebabCase(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
