/**
 * The export of spans to an OpenTelemetry backend ({@code
 * docs/decisions/0030-the-subscriber-exports-spans-by-otlp.md}). Only this package depends on the
 * OpenTelemetry SDK.
 */
@NullMarked
package dev.rampline.subscriber.tracing;

import org.jspecify.annotations.NullMarked;
