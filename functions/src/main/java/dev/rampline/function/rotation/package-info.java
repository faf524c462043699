/** The function on a schedule that renews the access token before it ends. */
@NullMarked
package dev.rampline.function.rotation;

import org.jspecify.annotations.NullMarked;
