/**
 * The provider as {@code docs/provider-api.md} describes it: what its channels report of orders and
 * customers. The emulator and the simulation play it; nothing here knows Rampline's code.
 */
@NullMarked
package dev.rampline.testkit.provider;

import org.jspecify.annotations.NullMarked;
