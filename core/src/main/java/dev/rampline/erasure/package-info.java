/** Erases subjects permanently. */
@NullMarked
package dev.rampline.erasure;

import org.jspecify.annotations.NullMarked;
