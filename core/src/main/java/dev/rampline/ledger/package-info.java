/** What is known of every subject, and the port that keeps it. */
@NullMarked
package dev.rampline.ledger;

import org.jspecify.annotations.NullMarked;
