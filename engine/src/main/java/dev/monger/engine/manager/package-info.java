/**
 * The whole of the manager service but its input and output.
 *
 * <p>Start at {@link dev.monger.engine.manager.ManagerEngine}. Records, HTTP commands and process
 * changes become events of {@link dev.monger.core.manager.ManagerCore}; its commands become records
 * and process orders. What people ask for over HTTP is read from {@link
 * dev.monger.engine.manager.FleetView}, an immutable picture made after each step.
 */
@NullMarked
package dev.monger.engine.manager;

import org.jspecify.annotations.NullMarked;
