/** A DynamoDB, an SQS and a Secrets Manager that are in this process alone. */
@NullMarked
package dev.rampline.simulation.cloud;

import org.jspecify.annotations.NullMarked;
