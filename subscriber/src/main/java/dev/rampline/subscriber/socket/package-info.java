/** The Socket.IO subscription, which reconnects whenever it is lost. */
@NullMarked
package dev.rampline.subscriber.socket;

import org.jspecify.annotations.NullMarked;
