/** Wires ports and use cases in the way that all processes share. */
@NullMarked
package dev.rampline.adapter.wiring;

import org.jspecify.annotations.NullMarked;
