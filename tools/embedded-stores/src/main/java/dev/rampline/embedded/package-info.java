/**
 * DynamoDB Local and ElasticMQ in this process, with Rampline's table and queues. They listen on
 * loopback by default.
 */
@NullMarked
package dev.rampline.embedded;

import org.jspecify.annotations.NullMarked;
