/** Renews the access token before it ends, and keeps the earlier ones that may still sign. */
@NullMarked
package dev.rampline.rotation;

import org.jspecify.annotations.NullMarked;
