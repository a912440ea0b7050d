package dev.monger.tws.session;

/**
 * Which request is answered.
 *
 * @param requestId 0 for the kinds that have none on the wire
 */
public record RequestKey(RequestKind kind, int requestId) {}
