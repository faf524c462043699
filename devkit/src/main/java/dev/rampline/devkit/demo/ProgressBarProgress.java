package dev.rampline.devkit.demo;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar on the terminal's error stream. */
public final class ProgressBarProgress implements DemoProgress {
  private volatile @Nullable ProgressBar bar;

  @Override
  public void begin(long postings) {
    bar =
        new ProgressBarBuilder()
            .setTaskName("Webhooks")
            .setInitialMax(postings)
            .setStyle(ProgressBarStyle.ASCII)
            .build();
  }

  @Override
  public void step() {
    ProgressBar shown = bar;
    if (shown != null) {
      shown.step();
    }
  }

  @Override
  public void end() {
    ProgressBar shown = bar;
    if (shown != null) {
      shown.close();
    }
  }
}
