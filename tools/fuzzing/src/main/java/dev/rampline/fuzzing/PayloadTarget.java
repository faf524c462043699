package dev.rampline.fuzzing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.simulation.cloud.ItemAttributes;
import dev.rampline.simulation.cloud.Table.TableWrite;
import dev.rampline.simulation.defect.DefectInjector;
import dev.rampline.testkit.aws.GatewayEvents;
import dev.rampline.testkit.provider.GeneratedPayload;
import dev.rampline.testkit.provider.KycReport;
import dev.rampline.testkit.provider.OrderReport;
import dev.rampline.testkit.provider.PayloadContent;
import dev.rampline.testkit.provider.PayloadGrammar;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Checks that a verified payload of any structure ends where it must: in the record it is about, in
 * quarantine, or nowhere if it is a ping; and that its record says no more than it reports. The
 * bytes are the choices of the grammar.
 */
final class PayloadTarget implements FuzzTarget {
  private static final Instant AT = Instant.parse("2026-11-22T11:59:30.250Z");

  private final DefectInjector injector;

  PayloadTarget() {
    this(DefectInjector.NONE);
  }

  /** With that defect. */
  PayloadTarget(DefectInjector injector) {
    this.injector = injector;
  }

  @Override
  public void check(byte[] input) {
    ByteChoices choices = new ByteChoices(input);
    PayloadGrammar grammar = new PayloadGrammar(choices);
    FuzzEnvironment environment = FuzzEnvironment.create(injector);
    if (choices.isChosen(50)) {
      String id = choices.pick(List.of("order-1", "730001"));
      OrderReport report = choices.pick(List.of(OrderReport.values()));
      PayloadContent content = PayloadContent.of(id, report, orderFields(), AT);
      check(environment, grammar.write(content), "order/" + id, report.state().text());
    } else {
      Map<String, String> ids = Map.of("partnerCustomerId", "customer-1");
      KycReport report = choices.pick(List.of(KycReport.values()));
      PayloadContent content =
          PayloadContent.of(ids, report, JsonNodeFactory.instance.objectNode(), AT);
      check(environment, grammar.write(content), "kyc/customer/customer-1", report.state());
    }
  }

  private static void check(
      FuzzEnvironment environment, GeneratedPayload payload, String subject, String state) {
    PropertyViolation.throwUnless(
        send(environment.webhook(), payload) == 200, "a verified payload is answered 200");
    List<TableWrite> writes = environment.cloud().table().stream();
    String shape = " (" + payload + ": " + payload.json() + ")";
    PropertyViolation.throwUnless(
        writes.stream().allMatch(write -> write.subject().equals(subject)),
        "a payload changes the record of its subject alone" + shape);
    PropertyViolation.throwUnless(
        environment.cloud().standardQueues().sentTo("rampline-quarantine").size()
            == (payload.outcome().isQuarantined() ? 1 : 0),
        "the quarantine has what cannot be placed, and nothing else" + shape);
    PropertyViolation.throwUnless(
        switch (payload.outcome()) {
          case PLACED -> writes.size() == 1 && isIn(writes.getFirst(), state);
          case FLAGGED -> writes.size() == 1 && hasTerm(writes.getFirst(), payload.term());
          case WITHHELD ->
              writes.size() == 1
                  && hasTerm(writes.getFirst(), payload.term())
                  && isIn(writes.getFirst(), "unknown");
          case QUARANTINED, IGNORED -> writes.isEmpty();
        },
        "the record says what was reported, and no more" + shape);
  }

  private static int send(
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler,
      GeneratedPayload payload) {
    FuzzInput sealed = FuzzInput.read(("seal jwt\n\n" + payload.json()).getBytes(UTF_8));
    String body = new String(FuzzWebhook.of(sealed).body(), UTF_8);
    return handler.handleRequest(GatewayEvents.post(body), null).getStatusCode();
  }

  private static boolean isIn(TableWrite write, String state) {
    return ItemAttributes.state(write.after()).equals(state);
  }

  /** The record is flagged, and has not ended. */
  private static boolean hasTerm(TableWrite write, String term) {
    return ItemAttributes.map(write.after(), "unrecognized").toString().contains(term)
        && !write.after().containsKey("terminalStates")
        && !write.after().containsKey("refunded");
  }

  private static ObjectNode orderFields() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("partnerOrderId", "partner-1")
        .put("fiatAmount", 100)
        .put("fiatCurrency", "EUR");
  }
}
