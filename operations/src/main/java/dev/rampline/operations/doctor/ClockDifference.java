package dev.rampline.operations.doctor;

import dev.rampline.operations.doctor.CheckFinding.Skipped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Checks the difference between this machine's clock and a server's clock.
 *
 * @param owner the name of the server
 * @param url a URL of the server; its responses have a Date header
 * @param leeway the difference that the receiver tolerates in token times
 */
record ClockDifference(String owner, URI url, Duration leeway, HttpProbe probe, InstantSource clock)
    implements Check {
  private static final Duration WARNING_THRESHOLD = Duration.ofMinutes(1);

  @Override
  public String name() {
    return "clock, " + owner;
  }

  @Override
  public List<CheckFinding> run() throws InterruptedException {
    return switch (probe.get(url)) {
      case HttpProbe.Reply.NoAnswer _ -> List.of(new Skipped("No response."));
      case HttpProbe.Reply.Answered answer ->
          answer
              .date()
              .map(this::evaluate)
              .orElseGet(() -> List.of(new Skipped("The response has no Date header.")));
    };
  }

  private List<CheckFinding> evaluate(Instant serverTime) {
    Duration difference = Duration.between(clock.instant(), serverTime);
    String message =
        "The clock is %s %s this machine's."
            .formatted(
                DurationText.of(difference), difference.isNegative() ? "behind" : "ahead of");
    boolean tolerable = difference.abs().compareTo(leeway) <= 0;
    FindingCollector findings = new FindingCollector();
    findings.failUnless(
        tolerable,
        message,
        "Correct this machine's clock (NTP). If it is correct, inform the provider and raise"
            + " ClockLeeway (RAMPLINE_CLOCK_LEEWAY) meanwhile.");
    findings.warnUnless(
        !tolerable || difference.abs().compareTo(WARNING_THRESHOLD) <= 0,
        message,
        "Correct this machine's clock (NTP). The receiver tolerates up to %s."
            .formatted(DurationText.of(leeway)));
    return findings.orPassed("The clock agrees with this machine's.");
  }
}
