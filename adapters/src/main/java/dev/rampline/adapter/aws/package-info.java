/** How AWS is called: the clients, their time limits, and which of their faults may pass. */
@NullMarked
package dev.rampline.adapter.aws;

import org.jspecify.annotations.NullMarked;
