/** The provider's REST API, with every tolerance that its pages call for (provider.md §2). */
@NullMarked
package dev.rampline.adapter.ozzobit;

import org.jspecify.annotations.NullMarked;
