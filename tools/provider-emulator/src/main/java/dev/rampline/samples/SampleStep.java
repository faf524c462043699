package dev.rampline.samples;

import java.util.Objects;

/**
 * One event of a scenario.
 *
 * @param event the event
 * @param at its position in the subject's event sequence, from 0; may differ from its delivery
 *     position
 * @param method how it is delivered
 */
public record SampleStep(SampleEvent event, int at, DeliveryMethod method) {
  public SampleStep {
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(method, "manner");
  }

  /** A single event, delivered as the provider does. */
  public static SampleStep of(SampleEvent event) {
    return new SampleStep(event, 0, DeliveryMethod.POSTED);
  }
}
