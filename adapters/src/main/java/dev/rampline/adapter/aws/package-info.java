/** AWS clients, their time limits, and the classification of their faults. */
@NullMarked
package dev.rampline.adapter.aws;

import org.jspecify.annotations.NullMarked;
