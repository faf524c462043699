package dev.rampline.devkit.doctor;

import dev.rampline.devkit.doctor.Finding.Skipped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * By how much this machine's clock and another differ.
 *
 * @param whose the other one
 * @param door who answers there says what that clock shows
 * @param leeway by how much they may differ where a token has an end
 */
record ClockDifference(String whose, URI door, Duration leeway, Knock knock, InstantSource clock)
    implements Check {
  private static final Duration ODD = Duration.ofMinutes(1);

  @Override
  public String name() {
    return "clock, " + whose;
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    return switch (knock.get(door)) {
      case Knock.Reply.Silent silent -> List.of(new Skipped("It does not answer."));
      case Knock.Reply.Answered answer ->
          answer
              .date()
              .map(this::judge)
              .orElseGet(() -> List.of(new Skipped("It does not say what its clock shows.")));
    };
  }

  private List<Finding> judge(Instant theirs) {
    Duration difference = Duration.between(clock.instant(), theirs);
    String what =
        "It is %s %s this machine's."
            .formatted(Span.of(difference), difference.isNegative() ? "behind" : "ahead of");
    boolean tolerable = difference.abs().compareTo(leeway) <= 0;
    Findings findings = new Findings();
    findings.wrongUnless(
        tolerable,
        what,
        "Set this machine's clock (NTP). If that is right, tell the provider, and raise ClockLeeway"
            + " (RAMPLINE_CLOCK_LEEWAY) meanwhile.");
    findings.doubtfulUnless(
        !tolerable || difference.abs().compareTo(ODD) <= 0,
        what,
        "Set this machine's clock (NTP); the receiver bears up to %s.".formatted(Span.of(leeway)));
    return findings.orFine("It agrees with this machine's.");
  }
}
