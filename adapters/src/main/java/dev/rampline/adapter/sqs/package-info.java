/** The consumers' queue on SQS FIFO (design §4). */
@NullMarked
package dev.rampline.adapter.sqs;

import org.jspecify.annotations.NullMarked;
