/** Liveness and readiness checks of the subscriber. */
@NullMarked
package dev.rampline.subscriber.health;

import org.jspecify.annotations.NullMarked;
