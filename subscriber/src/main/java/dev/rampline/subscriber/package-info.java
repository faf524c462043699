/** The subscriber process: it records the socket's events as unverified events. */
@NullMarked
package dev.rampline.subscriber;

import org.jspecify.annotations.NullMarked;
