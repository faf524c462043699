/** The Socket.IO subscription, supervised: it is lost only to come back. */
@NullMarked
package dev.rampline.subscriber.socket;

import org.jspecify.annotations.NullMarked;
