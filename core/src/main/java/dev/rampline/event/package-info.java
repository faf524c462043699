/**
 * What was said, by whom and about whom: the words that every channel makes and every rule reads.
 */
@NullMarked
package dev.rampline.event;

import org.jspecify.annotations.NullMarked;
