/** The topic for further consumers on SNS FIFO ({@code docs/architecture.md#queues}). */
@NullMarked
package dev.rampline.adapter.sns;

import org.jspecify.annotations.NullMarked;
