package dev.rampline.devkit.command;

import dev.rampline.devkit.demo.DemoProgress;
import java.util.concurrent.atomic.AtomicLong;

/** How far a demo is, in words. */
final class DemoSteps implements DemoProgress {
  private final AtomicLong made = new AtomicLong();
  private volatile String doing = "Starting everything";
  private volatile long all;

  @Override
  public void begin(long postings) {
    all = postings;
    doing = "webhooks sent";
  }

  @Override
  public void step() {
    made.incrementAndGet();
  }

  @Override
  public void end() {
    all = 0;
    doing = "Comparing what came of them";
  }

  String text() {
    return all == 0 ? doing : "%d of %d %s".formatted(made.get(), all, doing);
  }
}
