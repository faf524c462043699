/**
 * Strict JSON values: no duplicate members, nothing after the value, limited depth, numbers as
 * literals.
 */
@NullMarked
package dev.rampline.json;

import org.jspecify.annotations.NullMarked;
