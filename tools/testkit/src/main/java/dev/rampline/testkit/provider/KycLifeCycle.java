package dev.rampline.testkit.provider;

import static dev.rampline.testkit.provider.KycReport.APPROVED;
import static dev.rampline.testkit.provider.KycReport.REJECTED;
import static dev.rampline.testkit.provider.KycReport.RETRY;
import static dev.rampline.testkit.provider.KycReport.SUBMITTED;

import java.util.List;

/**
 * The course of a customer's KYC: a rejection may become a retry, and an approval may be withdrawn
 * ({@code docs/provider-api.md#kyc-values}).
 *
 * @param name a description
 * @param reports what the webhooks report, in order
 */
public record KycLifeCycle(String name, List<KycReport> reports) {
  /** All courses. */
  public static final List<KycLifeCycle> ALL =
      List.of(
          of("kyc submitted", SUBMITTED),
          of("kyc approved", SUBMITTED, APPROVED),
          of("kyc rejected", SUBMITTED, REJECTED),
          of("kyc withdrawn", SUBMITTED, APPROVED, REJECTED),
          of("kyc withdrawn, to be retried", SUBMITTED, APPROVED, REJECTED, RETRY),
          of("kyc approved on retry", SUBMITTED, RETRY, SUBMITTED, APPROVED),
          of("kyc rejected and retried", SUBMITTED, REJECTED, RETRY, SUBMITTED),
          of("kyc approved after rejection", SUBMITTED, REJECTED, RETRY, SUBMITTED, APPROVED));

  /** Those in which no state recurs: they need no times. */
  public static final List<KycLifeCycle> WITHOUT_RECURRENCE =
      ALL.stream()
          .filter(life -> life.reports().stream().distinct().count() == life.reports().size())
          .toList();

  public KycLifeCycle {
    reports = List.copyOf(reports);
  }

  private static KycLifeCycle of(String name, KycReport... reports) {
    return new KycLifeCycle(name, List.of(reports));
  }
}
