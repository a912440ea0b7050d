/** What the machine must be able to do where {@code MONGER_REQUIRE} names it. */
@NullMarked
package dev.monger.system.machine;

import org.jspecify.annotations.NullMarked;
