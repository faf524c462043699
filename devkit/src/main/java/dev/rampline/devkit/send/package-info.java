/** Sends sample events and scenarios as the provider does. */
@NullMarked
package dev.rampline.devkit.send;

import org.jspecify.annotations.NullMarked;
