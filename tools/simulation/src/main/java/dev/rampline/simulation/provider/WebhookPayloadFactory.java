package dev.rampline.simulation.provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.simulation.environment.SimulationRandom;
import dev.rampline.testkit.provider.GeneratedPayload;
import dev.rampline.testkit.provider.KycReport;
import dev.rampline.testkit.provider.OrderReport;
import dev.rampline.testkit.provider.PayloadContent;
import dev.rampline.testkit.provider.PayloadGrammar;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Writes reports as webhook payloads, most of them in documented shapes. */
final class WebhookPayloadFactory {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final double ALL_IDS_PROBABILITY = 0.5;

  private final SimulationRandom random;
  private final PayloadGrammar grammar;

  WebhookPayloadFactory(SimulationRandom random) {
    this.random = random;
    this.grammar = new PayloadGrammar(random::drawInt);
  }

  GeneratedPayload payload(SimulatedOrder order, OrderReport report, Instant now) {
    ObjectNode fields = MAPPER.valueToTree(order.fields(report));
    if (report == OrderReport.COMPLETED) {
      fields.put("completedAt", now.toString());
    }
    fields.put("email", Canary.UNLISTED).put("ipAddress", Canary.UNLISTED);
    return grammar.write(PayloadContent.of(order.id(), report, fields, now));
  }

  SimulatedKycEvent event(int number, SimulatedCustomer customer, KycReport report, Instant now) {
    Map<String, String> ids = named(customer.ids());
    ObjectNode fields = JsonNodeFactory.instance.objectNode().put("email", Canary.UNLISTED);
    return new SimulatedKycEvent(
        number,
        SimulatedCustomer.subject(ids),
        report,
        ids,
        grammar.write(PayloadContent.of(ids, report, fields, now)));
  }

  /** An event names a customer by all ids, or by any of them. */
  private Map<String, String> named(Map<String, String> all) {
    Map<String, String> ids = new HashMap<>(all);
    if (!random.drawBoolean(ALL_IDS_PROBABILITY)) {
      all.keySet().stream()
          .filter(_ -> ids.size() > 1 && random.drawBoolean(0.5))
          .forEach(ids::remove);
    }
    return ids;
  }
}
