/**
 * The files under {@code events/}: payloads by name, and the signed and hostile events made from
 * them.
 */
@NullMarked
package dev.rampline.samples;

import org.jspecify.annotations.NullMarked;
