package dev.rampline.quarantine;

import dev.rampline.event.TraceContext;
import dev.rampline.json.Json;
import dev.rampline.json.JsonObjectBuilder;
import dev.rampline.json.JsonReader;
import dev.rampline.json.JsonWriter;
import dev.rampline.json.StrictJsonMembers;
import dev.rampline.verification.Transport;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The JSON format of a payload in quarantine: pure ASCII, less than 200,000 bytes for the largest
 * body. Absent values have no member. The payload is a text, so that it may be nested as deeply as
 * any.
 */
public final class QuarantineDocument {
  static final String FORM = "rampline-quarantine/1";

  private QuarantineDocument() {}

  /** Writes a payload. */
  public static String write(QuarantinedPayload payload) {
    TraceContext trace = payload.trace();
    JsonObjectBuilder members =
        new JsonObjectBuilder()
            .with("form", FORM)
            .with("reason", payload.reason().text())
            .with("receivedAt", payload.receivedAt())
            .with("transport", payload.transport().text())
            .with("key", payload.key())
            .with(TraceContext.NAME, trace == null ? null : trace.text());
    return JsonWriter.write(
        switch (payload.content()) {
          case QuarantinedPayload.JsonContent(Json.Obj object) ->
              members.with("payload", JsonWriter.write(object)).build();
          case QuarantinedPayload.BinaryContent(String base64) ->
              members.with("payloadBase64", base64).build();
        });
  }

  /**
   * Reads a payload; empty if the text is not such a document or has another version. Never throws
   * for its input.
   */
  public static Optional<QuarantinedPayload> read(String text) {
    try {
      return JsonReader.read(text).map(StrictJsonMembers::of).map(QuarantineDocument::payload);
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException invalid) {
      return Optional.empty();
    }
  }

  private static QuarantinedPayload payload(StrictJsonMembers document) {
    if (!document.text("form").equals(FORM)) {
      throw new IllegalArgumentException("Unknown document format");
    }
    QuarantinedPayload payload =
        new QuarantinedPayload(
            content(document),
            Transport.of(document.text("transport")),
            Math.toIntExact(document.number("key")),
            Instant.parse(document.text("receivedAt")),
            QuarantineReason.of(document.text("reason")),
            document.find(TraceContext.NAME).flatMap(TraceContext::parse).orElse(null));
    document.requireEmpty();
    return payload;
  }

  private static QuarantinedPayload.Content content(StrictJsonMembers document) {
    return document
        .find("payload")
        .<QuarantinedPayload.Content>map(QuarantineDocument::readable)
        .orElseGet(() -> new QuarantinedPayload.BinaryContent(document.text("payloadBase64")));
  }

  private static QuarantinedPayload.JsonContent readable(String text) {
    if (JsonReader.read(text).orElse(null) instanceof Json.Obj object) {
      return new QuarantinedPayload.JsonContent(object);
    }
    throw new IllegalArgumentException("The payload is not an object");
  }
}
