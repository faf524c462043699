package dev.rampline.devkit.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.decoding.Decoding;
import dev.rampline.observation.Observation;
import dev.rampline.verification.Reason;
import dev.rampline.verification.Verification.Verified;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints what a body would be; its methods return the command's exit code. */
record Verdict(PrintWriter out, boolean json) {

  int refused(Reason reason) {
    print(
        JsonLines.object()
            .put("verdict", "refused")
            .put("reason", words(reason))
            .put("status", status(reason.verdict())));
    return 1;
  }

  int verified(Verified verified, Decoding decoding) {
    ObjectNode verdict =
        JsonLines.object()
            .put("verdict", "verified")
            .put("transport", words(verified.transport()))
            .put("key", verified.key());
    switch (decoding) {
      case Decoding.NoSubject() -> verdict.putNull("observation");
      case Decoding.Observed(Observation observation, int leftOut) -> {
        verdict.set("observation", object(observation));
        verdict.put("fieldsLeftOut", leftOut);
      }
    }
    print(verdict);
    return 0;
  }

  private static ObjectNode object(Observation observation) {
    ObjectNode object =
        JsonLines.object()
            .put("subject", observation.subject().text())
            .put("state", observation.word().state().text())
            .put("eventName", observation.word().eventName())
            .put("rawStatus", observation.word().rawStatus())
            .put("undocumented", observation.word().undocumented())
            .put("occurredAt", text(observation.occurredAt()));
    ObjectNode details = object.putObject("details");
    observation.details().values().forEach(details::put);
    observation.details().unknownNames().forEach(object.putArray("unknownFields")::add);
    return object;
  }

  private void print(ObjectNode verdict) {
    if (json) {
      JsonLines.print(out, verdict);
    } else {
      new Rows(out).print(verdict);
    }
  }

  private static int status(Reason.Verdict verdict) {
    return switch (verdict) {
      case TOO_LARGE -> 413;
      case MALFORMED -> 400;
      case UNAUTHENTICATED -> 401;
    };
  }

  private static String words(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
