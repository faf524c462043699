package dev.rampline.cli.start;

import dev.rampline.demo.DemoProgress;
import java.util.concurrent.atomic.AtomicLong;

/** Describes the progress of a demo. */
final class DemoProgressText implements DemoProgress {
  private final AtomicLong done = new AtomicLong();
  private volatile String activity = "Starting all components";
  private volatile long total;

  @Override
  public void begin(long postings) {
    total = postings;
    activity = "webhooks sent";
  }

  @Override
  public void step() {
    done.incrementAndGet();
  }

  @Override
  public void end() {
    total = 0;
    activity = "Verifying the results";
  }

  String text() {
    return total == 0 ? activity : "%d of %d %s".formatted(done.get(), total, activity);
  }
}
