/**
 * One ticker, live: the monger's engine in its shell, as a process.
 *
 * <p>Start with {@link dev.monger.service.Monger}. Everything that decides is in the engine;
 * everything that all services do alike is in the shell. Here stands only what a monger is told,
 * which records concern it, and how its prediction sources are found.
 */
@NullMarked
package dev.monger.service;

import org.jspecify.annotations.NullMarked;
