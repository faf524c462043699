/**
 * Everything that a laptop runs in place of AWS: stores, the functions' handlers, their triggers.
 */
@NullMarked
package dev.rampline.devstack;

import org.jspecify.annotations.NullMarked;
