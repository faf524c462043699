/** Sends sample events and scenarios as the provider does. */
@NullMarked
package dev.rampline.send;

import org.jspecify.annotations.NullMarked;
