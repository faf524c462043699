/** The inspector page: shows incoming events, decisions and outgoing messages. */
@NullMarked
package dev.rampline.inspector;

import org.jspecify.annotations.NullMarked;
