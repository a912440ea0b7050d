package dev.monger.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.monger.schemas.Topic;
import dev.monger.schemas.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** The two calls of a schema registry that a service makes; ids count from 1. */
final class SmallRegistry implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String API = "/apis/ccompat/v7/";

    private final HttpServer server;
    private final List<Schema> schemas = new ArrayList<>();
    private volatile boolean away;

    private SmallRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(API, this::answer);
        for (Topic topic : Topics.all()) {
            schemas.add(topic.valueSchema());
        }
    }

    /** Starts one that knows the catalogue's schemas. */
    static SmallRegistry start() throws IOException {
        SmallRegistry registry = new SmallRegistry();
        registry.server.start();
        return registry;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int idOf(Schema schema) {
        return schemas.indexOf(schema) + 1;
    }

    /** While it is away it answers 503 to everything. */
    void away(boolean isAway) {
        away = isAway;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(API.length());
            if (away) {
                say(exchange, 503, "{}");
            } else if (path.startsWith("schemas/ids/")) {
                int id = Integer.parseInt(path.substring("schemas/ids/".length()));
                if (id < 1 || id > schemas.size()) {
                    say(exchange, 404, "{\"error_code\":40403}");
                } else {
                    String schema = schemas.get(id - 1).toString();
                    say(exchange, 200, JSON.createObjectNode().put("schema", schema).toString());
                }
            } else {
                JsonNode body = JSON.readTree(exchange.getRequestBody());
                int id = idOf(new Schema.Parser().parse(body.path("schema").asText()));
                say(exchange, id == 0 ? 404 : 200, "{\"id\":" + id + "}");
            }
        }
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
