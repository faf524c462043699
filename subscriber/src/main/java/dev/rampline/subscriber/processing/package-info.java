/** What becomes of the socket's words: a claim at once, and the truth asked of the API after it. */
@NullMarked
package dev.rampline.subscriber.processing;

import org.jspecify.annotations.NullMarked;
