/** Forgetting a subject for good. */
@NullMarked
package dev.rampline.erasure;

import org.jspecify.annotations.NullMarked;
