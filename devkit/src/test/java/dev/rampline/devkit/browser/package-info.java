/** A browser for tests, and checks that apply to every page. */
@NullMarked
package dev.rampline.devkit.browser;

import org.jspecify.annotations.NullMarked;
