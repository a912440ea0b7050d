/**
 * A service as a process: how it is started, watched over HTTP, commanded over HTTP, and ended.
 *
 * <p>A service implements {@link dev.monger.shell.process.Service} as its one bean of that kind,
 * calls {@link dev.monger.shell.process.ServiceMain} from its main method, and may have a {@link
 * dev.monger.shell.process.CommandDesk}. Everything else here is found by Quarkus. Nothing is
 * decided here, and liveness depends on nothing outside the process.
 */
@NullMarked
package dev.monger.shell.process;

import org.jspecify.annotations.NullMarked;
