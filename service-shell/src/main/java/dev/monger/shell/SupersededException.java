package dev.monger.shell;

/** Another process has published under this service's name in a later session. */
final class SupersededException extends Exception {

    private static final long serialVersionUID = 1L;

    SupersededException(String message) {
        super(message);
    }
}
