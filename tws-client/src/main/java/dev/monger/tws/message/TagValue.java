package dev.monger.tws.message;

/** A named parameter. */
public record TagValue(String tag, String value) {}
