/**
 * The commands for the development of Rampline: {@code simulate}, {@code bench}, and {@code
 * events}.
 */
@NullMarked
package dev.rampline.cli.development;

import org.jspecify.annotations.NullMarked;
