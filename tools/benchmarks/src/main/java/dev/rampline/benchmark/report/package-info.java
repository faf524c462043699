/** The figures of a run, as Markdown, as JSON, and as a plot. */
@NullMarked
package dev.rampline.benchmark.report;

import org.jspecify.annotations.NullMarked;
