package dev.monger.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Schemas by the registry's ids, through its Confluent-compatible API. What was once learned is
 * kept on disk, so that a service with a position starts without the registry.
 */
final class SchemaIds {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaIds.class);
    private static final int FOUND = 200;
    private static final int NOT_FOUND = 404;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

    private final String api;
    private final Path folder;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<Integer, Schema> byId = new ConcurrentHashMap<>();
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();

    /**
     * Asks a registry.
     *
     * @param registry its base URL
     * @param folder where what was learned is kept
     */
    SchemaIds(String registry, Path folder) throws IOException {
        this.api = registry.replaceAll("/+$", "") + "/apis/ccompat/v7";
        this.folder = Files.createDirectories(folder);
    }

    /** Returns the id under which a schema is registered for a subject. */
    int idOf(String subject, Schema schema) {
        String name =
                subject + "-" + Long.toHexString(SchemaNormalization.parsingFingerprint64(schema));
        Integer known = ids.get(name);
        if (known != null) {
            return known;
        }
        int id;
        try {
            id = lookUp(subject, schema, name);
        } catch (RegistryAwayException away) {
            Optional<String> kept = kept(name + ".id");
            if (kept.isEmpty()) {
                throw away;
            }
            LOG.warn("The id of {} is the one kept on disk: {}", subject, away.getMessage());
            id = Integer.parseInt(kept.get().strip());
        }
        ids.put(name, id);
        return id;
    }

    private int lookUp(String subject, Schema schema, String name) {
        String body = json.createObjectNode().put("schema", schema.toString()).toString();
        Answer answer = ask("/subjects/" + subject, Optional.of(body));
        if (answer.status() != FOUND) {
            throw new RegistryAwayException(
                    "the registry does not know this program's schema of "
                            + subject
                            + " ("
                            + answer.status()
                            + "): register it, or run the version that the stack was made for");
        }
        int id = answer.body().path("id").asInt();
        keep(name + ".id", Integer.toString(id));
        return id;
    }

    /** Returns the schema of an id; empty when the registry says that there is none. */
    Optional<Schema> schemaOf(int id) {
        Schema known = byId.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<String> text = textOf(id);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Schema schema = new Schema.Parser().parse(text.get());
        byId.put(id, schema);
        return Optional.of(schema);
    }

    /** The registry's word counts; it may have been made anew. What is on disk is for when not. */
    private Optional<String> textOf(int id) {
        String name = id + ".avsc";
        Answer answer;
        try {
            answer = ask("/schemas/ids/" + id, Optional.empty());
        } catch (RegistryAwayException away) {
            Optional<String> kept = kept(name);
            if (kept.isEmpty()) {
                throw away;
            }
            return kept;
        }
        if (answer.status() == NOT_FOUND) {
            return kept(name);
        }
        if (answer.status() != FOUND) {
            throw new RegistryAwayException("schema " + id + ": status " + answer.status());
        }
        String text = answer.body().path("schema").asText();
        keep(name, text);
        return Optional.of(text);
    }

    private record Answer(int status, JsonNode body) {}

    private Answer ask(String path, Optional<String> body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(api + path))
                        .timeout(PATIENCE)
                        .header("Accept", CONTENT_TYPE + ", application/json");
        body.ifPresent(text ->
                request.header("Content-Type", CONTENT_TYPE)
                        .POST(HttpRequest.BodyPublishers.ofString(text)));
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            JsonNode node =
                    response.statusCode() == FOUND
                            ? json.readTree(response.body())
                            : json.nullNode();
            return new Answer(response.statusCode(), node);
        } catch (JsonProcessingException malformed) {
            throw new RegistryAwayException(
                    "the registry at " + api + " answers no JSON", malformed);
        } catch (IOException away) {
            throw new RegistryAwayException(
                    "the registry at " + api + " does not answer: " + away, away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RegistryAwayException("interrupted", stopping);
        }
    }

    private Optional<String> kept(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private void keep(String name, String text) {
        try {
            StateFolder.replace(folder.resolve(name), text);
        } catch (IOException full) {
            // Kept in memory all the same; the next start asks the registry again.
            ids.remove(name);
        }
    }
}
