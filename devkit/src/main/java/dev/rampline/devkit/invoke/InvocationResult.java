package dev.rampline.devkit.invoke;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of one invocation.
 *
 * @param failed whether the function failed, in its beginning or with this event
 * @param answer what it answered, as JSON; of a failed one, what went wrong
 * @param init from the start of its process until it asked for an event, or for a snapshot
 * @param restore from the snapshot until it asked for an event; null: there was no snapshot
 * @param duration from the event to its answer
 */
public record InvocationResult(
    boolean failed, String answer, Duration init, @Nullable Duration restore, Duration duration) {}
