package dev.rampline.cli.inspect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.cli.terminal.KeyValuePrinter;
import dev.rampline.decoding.DecodingResult;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.verification.RejectionReason;
import dev.rampline.verification.Verification.Verified;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints the result of a verification; its methods return the command's exit code. */
record VerificationPrinter(PrintWriter out, boolean json) {

  int printRejected(RejectionReason reason) {
    print(
        JsonLines.object()
            .put("verdict", "rejected")
            .put("reason", kebabCase(reason))
            .put("status", status(reason.category())));
    return 1;
  }

  int printVerified(Verified verified, DecodingResult decoding) {
    ObjectNode verdict =
        JsonLines.object()
            .put("verdict", "verified")
            .put("transport", kebabCase(verified.transport()))
            .put("key", verified.key());
    switch (decoding) {
      case DecodingResult.NoSubject() -> verdict.putNull("event");
      case DecodingResult.WithEvent(VerifiedEvent event, int leftOut) -> {
        verdict.set("event", object(event));
        verdict.put("fieldsLeftOut", leftOut);
      }
    }
    print(verdict);
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
