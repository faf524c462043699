package dev.rampline.simulation.provider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.simulation.environment.SimulationRandom;
import dev.rampline.testkit.provider.KycReport;
import dev.rampline.testkit.provider.PayloadShape;
import java.time.Instant;
import java.util.List;

/** Writes a KYC report in one of the webhook payload shapes; the documented one has no time. */
final class KycPayloadFactory {
  private static final List<PayloadShape> SHAPES =
      List.of(
          PayloadShape.FLAT,
          PayloadShape.TRANSAK,
          PayloadShape.TIMESTAMPED,
          PayloadShape.NESTED,
          PayloadShape.NESTED);

  private final SimulationRandom random;

  KycPayloadFactory(SimulationRandom chance) {
    this.random = chance;
  }

  SimulatedKycEvent event(int number, SimulatedCustomer customer, KycReport report, Instant now) {
    PayloadShape shape = random.pick(SHAPES);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    customer.ids().forEach(body::put);
    body.put("kycStatus", report.status()).put("email", Canary.UNLISTED);
    if (shape == PayloadShape.NESTED) {
      body.put("eventID", report.event());
    }
    return new SimulatedKycEvent(
        number,
        customer.subject(),
        report,
        shape == PayloadShape.NESTED ? null : now,
        shape.wrap(report.event(), body, now));
  }
}
