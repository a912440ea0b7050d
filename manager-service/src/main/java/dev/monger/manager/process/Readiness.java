package dev.monger.manager.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;

/** Asks a monger over HTTP whether it is ready. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** Reads the port that a monger chose; empty until it has written it. */
    static OptionalInt port(Path file) {
        try {
            String text = Files.exists(file) ? Files.readString(file).strip() : "";
            return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
        } catch (IOException | NumberFormatException notYet) {
            return OptionalInt.empty();
        }
    }

    boolean isReady(Path portFile) throws InterruptedException {
        OptionalInt port = port(portFile);
        if (port.isEmpty()) {
            return false;
        }
        URI address = URI.create("http://127.0.0.1:" + port.getAsInt() + "/q/health/ready");
        HttpRequest question = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        try {
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
