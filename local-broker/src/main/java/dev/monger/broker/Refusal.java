package dev.monger.broker;

/** Says why the broker does not start, in a sentence for the person who started it. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    Refusal(String text) {
        super(text);
    }

    Refusal(String text, Throwable cause) {
        super(text, cause);
    }
}
