package dev.rampline.function.relay;

import dev.rampline.message.Message;
import org.jspecify.annotations.Nullable;

/** A message, and the place in the stream that it stands for. */
record Outgoing(@Nullable String sequenceNumber, Message message) {}
