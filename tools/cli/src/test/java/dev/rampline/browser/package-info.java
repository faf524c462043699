/** A browser, and what any page must be able to stand. */
@NullMarked
package dev.rampline.browser;

import org.jspecify.annotations.NullMarked;
