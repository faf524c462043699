package dev.rampline.simulation.provider;

import dev.rampline.testkit.check.ExpectedCustomer;
import dev.rampline.testkit.provider.GeneratedPayload;
import dev.rampline.testkit.provider.KycReport;
import java.time.Instant;
import java.util.Map;

/**
 * An event of a customer.
 *
 * @param report the reported report
 * @param ids the ids that it names the customer by
 */
public record SimulatedKycEvent(
    int number, String subject, KycReport report, Map<String, String> ids, GeneratedPayload payload)
    implements SimulatedEvent {
  public SimulatedKycEvent {
    ids = Map.copyOf(ids);
  }

  /** What it reports. */
  public ExpectedCustomer.KycEvent toReported() {
    return new ExpectedCustomer.KycEvent(report, payload.at());
  }

  @Override
  public String toString() {
    Instant at = payload.at();
    return "event %d (%s is %s%s, %s)"
        .formatted(number, subject, report, at == null ? "" : " at " + at, payload);
  }
}
