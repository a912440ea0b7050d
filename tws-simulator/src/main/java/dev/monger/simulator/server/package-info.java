/**
 * The one impure package: the process, its socket, its clock, its files and its control API.
 *
 * <p>Entry point: {@link dev.monger.simulator.server.SimulatorMain}. One loop thread owns the
 * simulator and all its sockets; the control API's threads hand their work to it. Everything that
 * decides anything is in the pure packages.
 */
@NullMarked
package dev.monger.simulator.server;

import org.jspecify.annotations.NullMarked;
