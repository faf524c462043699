/** Sends sample events and whole stories as the provider would, one after the other. */
@NullMarked
package dev.rampline.devkit.send;

import org.jspecify.annotations.NullMarked;
