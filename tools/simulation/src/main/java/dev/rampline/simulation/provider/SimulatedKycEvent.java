package dev.rampline.simulation.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.testkit.check.ExpectedCustomer;
import dev.rampline.testkit.provider.KycReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of a customer.
 *
 * @param report the reported report
 * @param at the reported time, if any
 */
public record SimulatedKycEvent(
    int number, String subject, KycReport report, @Nullable Instant at, ObjectNode payload)
    implements SimulatedEvent {
  /** What it reports. */
  public ExpectedCustomer.KycEvent toReported() {
    return new ExpectedCustomer.KycEvent(report, at);
  }

  @Override
  public String toString() {
    return "event %d (%s is %s%s)"
        .formatted(number, subject, report, at == null ? "" : " at " + at);
  }
}
