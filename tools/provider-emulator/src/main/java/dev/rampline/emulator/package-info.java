/**
 * The provider emulator, written from the provider's public pages: it signs, delivers and retries
 * webhooks, and keeps the expected states. It shares no code with the system under test.
 */
@NullMarked
package dev.rampline.emulator;

import org.jspecify.annotations.NullMarked;
