/**
 * Compares what Rampline wrote and sent with what the provider reported ({@link
 * dev.rampline.testkit.provider}). The demo, the simulation and the load tests share it. It reads
 * messages as consumers do and knows nothing of Rampline's code: its rules are those of {@code
 * docs/architecture.md#state-transition-rules} and {@code docs/provider-api.md} alone.
 */
@NullMarked
package dev.rampline.testkit.check;

import org.jspecify.annotations.NullMarked;
