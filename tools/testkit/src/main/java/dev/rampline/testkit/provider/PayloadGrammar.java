package dev.rampline.testkit.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes reports as payloads in shapes that the provider documents, in varied ones that mean the
 * same, and in ones that no page foresees, and says what must follow ({@code
 * docs/architecture.md#decode}). It shares no code with Rampline's decoder.
 */
public final class PayloadGrammar {
  private static final int DOCUMENTED_PERCENT = 60;
  private static final int VARIED_PERCENT = 25;

  /** The documented payload of KYC events has no time, so the shape without one is likelier. */
  private static final List<PayloadShape> SHAPES =
      List.of(
          PayloadShape.FLAT,
          PayloadShape.TRANSAK,
          PayloadShape.TIMESTAMPED,
          PayloadShape.NESTED,
          PayloadShape.NESTED);

  private final ChoiceSource choices;
  private final VariedPayloads varied;
  private final UnforeseenPayloads unforeseen;

  public PayloadGrammar(ChoiceSource choices) {
    this.choices = choices;
    this.varied = new VariedPayloads(choices);
    this.unforeseen = new UnforeseenPayloads(choices);
  }

  /** Writes a payload that reports the content, or that fails to. */
  public GeneratedPayload write(PayloadContent content) {
    int drawn = choices.choose(100);
    if (drawn < DOCUMENTED_PERCENT) {
      return writeDocumented(content);
    }
    return drawn < DOCUMENTED_PERCENT + VARIED_PERCENT
        ? varied.write(content)
        : unforeseen.write(content);
  }

  /** Writes a payload as a page of the provider shows it. */
  public GeneratedPayload writeDocumented(PayloadContent content) {
    PayloadShape shape = choices.pick(SHAPES);
    ObjectNode body = content.fields().deepCopy();
    if (content.isCustomer()) {
      content.ids().forEach(body::put);
    } else {
      body.put(shape.orderId(), content.orderId());
    }
    if (content.status() != null) {
      body.put(content.statusName(), content.status());
    }
    boolean isTimed = shape != PayloadShape.NESTED;
    if (content.isCustomer() && !isTimed) {
      body.put("eventID", content.event());
    }
    ObjectNode json = shape.wrap(content.event(), body, content.at());
    if (shape == PayloadShape.TRANSAK) {
      json.put("id", "delivery-" + choices.choose(1000));
    }
    return understood(content, json, isTimed ? content.at() : null);
  }

  /** Even a documented shape may have an undocumented status. */
  static GeneratedPayload understood(
      PayloadContent content, ObjectNode json, @Nullable Instant at) {
    String status = content.status();
    return status == null || content.hasDocumentedStatus()
        ? new GeneratedPayload(json, PayloadOutcome.PLACED, "", at)
        : new GeneratedPayload(
            json,
            content.hasOpenEvent() ? PayloadOutcome.FLAGGED : PayloadOutcome.WITHHELD,
            status,
            at);
  }
}
