/**
 * What the publishers on SQS and SNS share: batches within the limits, and the meaning of errors.
 */
@NullMarked
package dev.rampline.adapter.publishing;

import org.jspecify.annotations.NullMarked;
