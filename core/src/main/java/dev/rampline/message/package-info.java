/** The messages that consumers receive: one CloudEvent for every version of a record. */
@NullMarked
package dev.rampline.message;

import org.jspecify.annotations.NullMarked;
