package dev.monger.launcher.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** JSON over HTTP, with the time-outs of a launcher that must not hang. */
public final class Http {

    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();

    private final Duration patience;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    /** Waits ten seconds for an answer. */
    public Http() {
        this(USUAL_PATIENCE);
    }

    /** Waits so long for an answer. */
    public Http(Duration patience) {
        this.patience = patience;
    }

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param body the JSON, or a missing node when the body is none
     */
    public record Answer(int status, JsonNode body) {

        /** Whether the request was taken. */
        public boolean good() {
            return status >= 200 && status < 300;
        }

        /** The problem as the other side words it. */
        public String problem() {
            String named = body.path("problem").asText(body.path("message").asText(""));
            return named.isEmpty() ? "status " + status + " " + body : named;
        }
    }

    /** Asks. */
    public Answer get(String uri) throws IOException, InterruptedException {
        return send(request(uri).GET().build());
    }

    /** Sends JSON with POST. */
    public Answer post(String uri, JsonNode body) throws IOException, InterruptedException {
        return send(
                request(uri).POST(HttpRequest.BodyPublishers.ofString(body.toString())).build());
    }

    /** Sends JSON with POST, and the word that allows it. */
    public Answer post(String uri, JsonNode body, String token)
            throws IOException, InterruptedException {
        return send(
                request(uri)
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build());
    }

    /** Sends JSON with PUT. */
    public Answer put(String uri, JsonNode body) throws IOException, InterruptedException {
        return send(request(uri).PUT(HttpRequest.BodyPublishers.ofString(body.toString())).build());
    }

    /** Why something failed; a refused connection has no message of its own. */
    static String reason(Exception failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    /** Whether an address answers 200 now. */
    public boolean ready(String uri) throws InterruptedException {
        try {
            return get(uri).status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private HttpRequest.Builder request(String uri) {
        return HttpRequest.newBuilder(URI.create(uri))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = answer(request);
        JsonNode body;
        try {
            body = JSON.readTree(response.body());
        } catch (JsonProcessingException plainText) {
            body = MissingNode.getInstance();
        }
        return new Answer(response.statusCode(), body);
    }

    /** What went wrong is said with the address, which the library leaves out. */
    private HttpResponse<String> answer(HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException nobody) {
            throw new IOException("nothing answers at " + request.uri(), nobody);
        } catch (HttpTimeoutException silent) {
            throw new IOException(
                    request.uri() + " did not answer within " + patience.toSeconds() + " s",
                    silent);
        }
    }
}
