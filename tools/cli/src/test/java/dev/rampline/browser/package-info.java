/** A browser for tests, and checks that apply to every page. */
@NullMarked
package dev.rampline.browser;

import org.jspecify.annotations.NullMarked;
