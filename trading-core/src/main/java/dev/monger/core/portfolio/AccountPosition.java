package dev.monger.core.portfolio;

import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;

/**
 * What the account holds of one contract, all clients and hands together.
 *
 * @param instrument which contract
 * @param quantity how much, negative when short
 * @param averageCost per share or contract, multiplier included
 */
public record AccountPosition(Instrument instrument, Quantity quantity, Price averageCost) {}
