package dev.rampline.operations.doctor;

import dev.rampline.operations.doctor.CheckFinding.Skipped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * By how much this machine's clock and another differ.
 *
 * @param owner the other one
 * @param url who answers there says what that clock shows
 * @param leeway by how much they may differ where a token has an end
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
      case HttpProbe.Reply.NoAnswer silent -> List.of(new Skipped("It does not answer."));
      case HttpProbe.Reply.Answered answer ->
          answer
              .date()
              .map(this::evaluate)
              .orElseGet(() -> List.of(new Skipped("It does not say what its clock shows.")));
    };
  }

  private List<CheckFinding> evaluate(Instant theirs) {
    Duration difference = Duration.between(clock.instant(), theirs);
    String what =
        "It is %s %s this machine's."
            .formatted(
                DurationText.of(difference), difference.isNegative() ? "behind" : "ahead of");
    boolean tolerable = difference.abs().compareTo(leeway) <= 0;
    FindingCollector findings = new FindingCollector();
    findings.failUnless(
        tolerable,
        what,
        "Set this machine's clock (NTP). If that is right, tell the provider, and raise ClockLeeway"
            + " (RAMPLINE_CLOCK_LEEWAY) meanwhile.");
    findings.warnUnless(
        !tolerable || difference.abs().compareTo(WARNING_THRESHOLD) <= 0,
        what,
        "Set this machine's clock (NTP); the receiver bears up to %s."
            .formatted(DurationText.of(leeway)));
    return findings.orPassed("It agrees with this machine's.");
  }
}
