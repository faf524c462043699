/** Simulates DynamoDB, SQS and Secrets Manager in this process. */
@NullMarked
package dev.rampline.simulation.cloud;

import org.jspecify.annotations.NullMarked;
