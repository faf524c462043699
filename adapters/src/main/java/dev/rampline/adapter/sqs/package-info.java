/** The events queue on SQS FIFO ({@code docs/architecture.md#queues}). */
@NullMarked
package dev.rampline.adapter.sqs;

import org.jspecify.annotations.NullMarked;
