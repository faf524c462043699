package dev.rampline.devkit.invoke;

import java.time.Duration;

/**
 * What came of one invocation.
 *
 * @param failed whether the function failed, in its beginning or with this event
 * @param answer what it answered, as JSON; of a failed one, what went wrong
 * @param init from the start of its process until it asked for an event
 * @param duration from there to its answer
 */
public record Invocation(boolean failed, String answer, Duration init, Duration duration) {}
