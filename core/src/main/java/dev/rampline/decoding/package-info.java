/** What the provider meant: from a verified payload to an observation. */
@NullMarked
package dev.rampline.decoding;

import org.jspecify.annotations.NullMarked;
