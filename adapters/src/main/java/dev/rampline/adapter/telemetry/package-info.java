/** One line of JSON for every event: a log for people, and metrics for CloudWatch. */
@NullMarked
package dev.rampline.adapter.telemetry;

import org.jspecify.annotations.NullMarked;
