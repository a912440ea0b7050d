package dev.monger.shell;

/** The registry cannot be asked now; whoever needed it tries again later. */
final class RegistryAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RegistryAwayException(String message, Throwable cause) {
        super(message, cause);
    }

    RegistryAwayException(String message) {
        super(message);
    }
}
