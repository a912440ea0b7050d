package dev.monger.launcher.stack;

/** What a stack does with start-up caches. */
public enum CacheUse {
    /** It starts without. */
    NONE,
    /** It uses those that fit. */
    USE,
    /** It uses those that fit, and makes the others. */
    MAKE
}
