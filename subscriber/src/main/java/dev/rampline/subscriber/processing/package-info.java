/** Processing of the socket's events: they are recorded as unverified and looked up at the API. */
@NullMarked
package dev.rampline.subscriber.processing;

import org.jspecify.annotations.NullMarked;
