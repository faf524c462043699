package dev.rampline.devkit.samples;

import java.util.Objects;

/**
 * One event of a story.
 *
 * @param event what is told
 * @param at its place in the subject's life, counted from 0; its place in the story may be another
 * @param method how it is told
 */
public record SampleStep(SampleEvent event, int at, DeliveryMethod method) {
  public SampleStep {
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(method, "manner");
  }

  /** An event by itself, told as the provider tells it. */
  public static SampleStep of(SampleEvent event) {
    return new SampleStep(event, 0, DeliveryMethod.POSTED);
  }
}
