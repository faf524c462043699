/**
 * Everything that a laptop runs in place of AWS: stores, the functions' handlers, their triggers.
 */
@NullMarked
package dev.rampline.devkit.stack;

import org.jspecify.annotations.NullMarked;
