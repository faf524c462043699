/** Decodes verified payloads, API responses and socket messages into events. */
@NullMarked
package dev.rampline.decoding;

import org.jspecify.annotations.NullMarked;
