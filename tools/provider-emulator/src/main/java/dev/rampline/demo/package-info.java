/**
 * Runs the provider emulator against a running receiver and verifies the results. It reads table
 * and queue with the plain AWS SDK and shares no code with the receiver.
 */
@NullMarked
package dev.rampline.demo;

import org.jspecify.annotations.NullMarked;
