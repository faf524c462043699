/**
 * The provider, as its public pages describe it: signs, delivers, retries, and keeps the truth of
 * what it told. It knows the wire alone, and nothing of the code that it tests.
 */
@NullMarked
package dev.rampline.emulator;

import org.jspecify.annotations.NullMarked;
