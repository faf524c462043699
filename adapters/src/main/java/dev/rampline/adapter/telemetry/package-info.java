/** Structured logs and metrics: one JSON entry per event, with CloudWatch metrics. */
@NullMarked
package dev.rampline.adapter.telemetry;

import org.jspecify.annotations.NullMarked;
