/** The settings that the functions and the subscriber share, from environment variables alone. */
@NullMarked
package dev.rampline.adapter.configuration;

import org.jspecify.annotations.NullMarked;
