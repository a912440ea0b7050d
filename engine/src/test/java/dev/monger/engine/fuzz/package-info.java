/** Broken frames for whole engines: whatever TWS says, a service goes on. */
@NullMarked
package dev.monger.engine.fuzz;

import org.jspecify.annotations.NullMarked;
