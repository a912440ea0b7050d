package dev.monger.engine.journal;

enum SampleSide {
    UNKNOWN,
    BUY,
    SELL
}
