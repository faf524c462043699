/** The quarantine: authentic payloads that cannot be placed, and the port that keeps them. */
@NullMarked
package dev.rampline.quarantine;

import org.jspecify.annotations.NullMarked;
