package dev.rampline.invoke;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The result of one invocation.
 *
 * @param failed whether the function failed, during initialization or for this event
 * @param answer the response as JSON; the error if it failed
 * @param init the time from the start of the process to its first request for an event or a
 *     snapshot
 * @param restore the time from the snapshot to the request for an event; null: no snapshot
 * @param duration the time from the event to the response
 */
public record InvocationResult(
    boolean failed, String answer, Duration init, @Nullable Duration restore, Duration duration) {}
