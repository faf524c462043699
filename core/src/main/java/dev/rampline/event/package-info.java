/** Events: what the provider reports about a subject on any channel. */
@NullMarked
package dev.rampline.event;

import org.jspecify.annotations.NullMarked;
