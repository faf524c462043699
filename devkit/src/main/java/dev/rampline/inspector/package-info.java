/** The page on which one watches what comes in, what becomes of it, and what goes out. */
@NullMarked
package dev.rampline.inspector;

import org.jspecify.annotations.NullMarked;
