/** Rotates the access token before it expires, and keeps the earlier ones for verification. */
@NullMarked
package dev.rampline.rotation;

import org.jspecify.annotations.NullMarked;
