/**
 * DynamoDB Local and ElasticMQ in this process, on loopback unless told otherwise, and what is kept
 * in them.
 */
@NullMarked
package dev.rampline.embedded;

import org.jspecify.annotations.NullMarked;
