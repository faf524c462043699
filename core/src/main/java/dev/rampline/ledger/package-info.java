/** The record of every subject, and the port that stores it. */
@NullMarked
package dev.rampline.ledger;

import org.jspecify.annotations.NullMarked;
