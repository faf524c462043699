/** The rotation function: it renews the access token on a schedule, before the token expires. */
@NullMarked
package dev.rampline.function.rotation;

import org.jspecify.annotations.NullMarked;
