/**
 * The manager as a process: the fleet's desired state, its processes, and commands over HTTP.
 *
 * <p>Start at {@link dev.monger.manager.ManagerMain}, then {@link dev.monger.manager.Manager},
 * which puts the engine into its shell. Every decision is made by {@link
 * dev.monger.engine.manager.ManagerEngine}; here are only its settings, its children and its HTTP.
 */
@NullMarked
package dev.monger.manager;

import org.jspecify.annotations.NullMarked;
