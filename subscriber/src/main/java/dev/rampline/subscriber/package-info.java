/** The container task: what the socket says becomes claims, from start to SIGTERM. */
@NullMarked
package dev.rampline.subscriber;

import org.jspecify.annotations.NullMarked;
