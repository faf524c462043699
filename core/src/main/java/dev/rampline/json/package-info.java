/**
 * Strict JSON as a value: no duplicate members, nothing after the end, bounded depth, numbers as
 * written.
 */
@NullMarked
package dev.rampline.json;

import org.jspecify.annotations.NullMarked;
