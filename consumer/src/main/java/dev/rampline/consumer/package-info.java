/**
 * Client library for consumers of the events queue. It depends on the schema of the messages only,
 * not on the code that sends them.
 */
@NullMarked
package dev.rampline.consumer;

import org.jspecify.annotations.NullMarked;
