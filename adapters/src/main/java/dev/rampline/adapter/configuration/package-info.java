/** The settings that the functions and the subscriber share, read from environment variables. */
@NullMarked
package dev.rampline.adapter.configuration;

import org.jspecify.annotations.NullMarked;
