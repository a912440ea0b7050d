/**
 * The operator's file of assignments.
 *
 * <p>Start at {@link dev.monger.manager.assignments.AssignmentsFile}. It is read whole; every
 * problem is told at once, each with line and column and with what would be right, and nothing
 * starts from a file that has one. What a key means is decided by {@code trading-core}; here are
 * only shapes and places.
 */
@NullMarked
package dev.monger.manager.assignments;

import org.jspecify.annotations.NullMarked;
