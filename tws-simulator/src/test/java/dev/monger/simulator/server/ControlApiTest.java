package dev.monger.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The control API does what /openapi.json says, all of it and nothing else. */
class ControlApiTest {
    private SimulatorServer server;
    private HttpClient http;

    @BeforeEach
    void start() throws Exception {
        server =
                SimulatorServer.start(
                        "--always-open", "--history", "60", "--symbols", "IBM", "--quantum", "10");
        http = HttpClient.newHttpClient();
        post("/quotes", "{\"symbol\":\"IBM\",\"bid\":\"100\",\"ask\":\"100.02\",\"hold\":true}");
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    /** What a person does with each operation that needs something to do it to. */
    private static final Map<String, String> BODIES =
            new TreeMap<>(
                    Map.of(
                            "/manual-orders",
                            "{\"symbol\":\"IBM\",\"action\":\"SELL\",\"quantity\":1}",
                            "/quotes",
                            "{\"symbol\":\"IBM\"}",
                            "/instruments/{symbol}/rights",
                            "{\"right\":\"LIVE\"}",
                            "/instruments/{symbol}/shortable",
                            "{\"shortable\":false}",
                            "/orders/{permId}/change",
                            "{\"quantity\":6}",
                            "/drafts/{number}/change",
                            "{\"quantity\":6}",
                            "/faults",
                            "{\"kind\":\"M1\"}",
                            "/faults/off",
                            "{\"kind\":\"*\"}"));

    /** Fields that are there only when there is something to say. */
    private static final List<String> SOMETIMES = List.of("realizedPnl", "unit");

    @Test
    void shouldServeEveryOperationOfTheDocumentAndNoOther() throws Exception {
        // Given
        Map<?, ?> paths = map(document().get("paths"));

        // When
        TreeSet<String> documented = new TreeSet<>();
        for (Map.Entry<?, ?> path : paths.entrySet()) {
            map(path.getValue())
                    .keySet()
                    .forEach(method ->
                            documented.add(
                                    String.valueOf(method).toUpperCase(java.util.Locale.ROOT)
                                            + " "
                                            + path.getKey()));
        }
        TreeSet<String> served = new TreeSet<>();
        for (Operation operation : server.control().operations()) {
            served.add(operation.method() + " " + operation.path());
        }

        // Then
        assertThat(documented).isEqualTo(served);
    }

    @Test
    void shouldAnswerEveryOperationWithTheFieldsOfTheDocument() throws Exception {
        // Given
        Map<?, ?> document = document();
        List<String> wrong = new ArrayList<>();

        // When
        for (Operation operation : server.control().operations()) {
            String path = operation.path();
            HttpResponse<String> answer = call(operation);
            Map<?, ?> described =
                    map(map(map(document.get("paths")).get(path)).get(lower(operation.method())));
            if (answer.statusCode() != 200) {
                wrong.add(path + ": " + answer.statusCode() + " " + answer.body());
            } else {
                Object schema =
                        at(described, "responses", "200", "content", "application/json", "schema");
                compare(path, Json.read(answer.body()), map(schema), document, wrong);
            }
        }

        // Then
        assertThat(wrong).isEmpty();
    }

    @Test
    void shouldRefuseFieldsThatTheDocumentDoesNotKnow() throws Exception {
        // Given
        Map<?, ?> paths = map(document().get("paths"));
        List<String> taken = new ArrayList<>();

        // When
        for (Operation operation : server.control().operations()) {
            Map<?, ?> described =
                    map(map(paths.get(operation.path())).get(lower(operation.method())));
            if (described.containsKey("requestBody")) {
                HttpResponse<String> answer = post(concrete(operation), "{\"nonsense\":\"1\"}");
                if (answer.statusCode() != 400 || !answer.body().contains("nonsense")) {
                    taken.add(operation.path() + ": " + answer.body());
                }
            }
        }

        // Then
        assertThat(taken).allMatch(line -> line.startsWith("/faults"));
    }

    @Test
    void shouldSayWhatIsWrongAndWhatWouldBeRight() throws Exception {
        // When, Then
        assertThat(post("/manual-orders", "{\"symbol\":\"IBM\"}").body())
                .contains("action: is missing");
        assertThat(
                        post(
                                        "/manual-orders",
                                        "{\"symbol\":\"IBM\",\"action\":\"BUY\",\"quantity\":1,\"type\":\"PEG\"}")
                                .body())
                .contains("type: expected one of MKT, LMT")
                .contains("was 'PEG'");
        assertThat(post("/orders/5/cancel", "").body()).contains("GET /orders lists them");
        assertThat(post("/drafts/x/transmit", "").body()).contains("expected a whole number");
        assertThat(post("/instruments/NOPE/halt", "").body()).contains("GET /quotes lists");
        assertThat(post("/front/confirm", "").body()).contains("TWS is RUNNING");
        assertThat(post("/clients/3/disconnect", "").body()).contains("no client 3 is connected");
        assertThat(post("/health", "").statusCode()).isEqualTo(404);
        assertThat(post("/quotes", "[1]").body()).contains("expected an object");
        assertThat(post("/quotes", "{\"symbol\":{}}").body()).contains("for symbol");
    }

    @Test
    void shouldNotObeyAPageInABrowser() throws Exception {
        // Given
        HttpRequest request =
                HttpRequest.newBuilder(uri("/front/stop"))
                        .header("Origin", "http://example.com")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();

        // When
        int status = http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();

        // Then
        assertThat(status).isEqualTo(403);
        assertThat(get("/health").body()).contains("\"front\":\"RUNNING\"");
    }

    @Test
    void shouldStopStartAndConfirm() throws Exception {
        // When
        String stopped = post("/front/stop", "").body();
        String waiting = post("/front/start", "{\"confirmation\":true}").body();
        String running = post("/front/confirm", "").body();
        String again = post("/front/restart", "").body();

        // Then
        assertThat(stopped).contains("\"front\":\"STOPPED\"");
        assertThat(waiting).contains("\"front\":\"AWAITING_CONFIRMATION\"");
        assertThat(running).contains("\"front\":\"RUNNING\"");
        assertThat(again).contains("\"front\":\"RUNNING\"");
    }

    @Test
    void shouldTypeTransmitAndLendByHand() throws Exception {
        // When
        String draft =
                post(
                                "/manual-orders",
                                "{\"symbol\":\"IBM\",\"action\":\"SELL\",\"quantity\":5,\"type\":\"LMT\",\"limitPrice\":\"120\",\"transmit\":false}")
                        .body();
        post("/instruments/IBM/shortable", "{\"shortable\":false}");
        String changed = post("/drafts/1/change", "{\"quantity\":4}").body();
        String held = post("/drafts/1/transmit", "").body();
        String located = post("/orders/1795442401/locate", "").body();
        String twice = post("/orders/1795442401/locate", "").body();
        String good =
                post(
                                "/manual-orders",
                                "{\"symbol\":\"IBM\",\"action\":\"BUY\",\"quantity\":5,\"type\":\"LMT\",\"limitPrice\":\"90\",\"timeInForce\":\"GTD\",\"goodTill\":\"2099-01-01T00:00:00Z\"}")
                        .body();

        // Then
        assertThat(draft).contains("\"number\":1", "\"quantity\":\"5\"");
        assertThat(changed).contains("\"quantity\":\"4\"");
        assertThat(held).contains("\"whyHeld\":\"locate\"");
        assertThat(located).contains("\"status\":\"Submitted\"");
        assertThat(twice).contains("does not wait for shares");
        assertThat(good).contains("\"timeInForce\":\"GTD\"", "\"status\":\"Submitted\"");
    }

    private HttpResponse<String> call(Operation operation) throws Exception {
        if (operation.method().equals("GET")) {
            return get(operation.path());
        }
        prepare(operation.path());
        return post(concrete(operation), BODIES.getOrDefault(operation.path(), ""));
    }

    /** Makes what the operation is about: an order, a draft, a held sale, a login, a client. */
    private void prepare(String path) throws Exception {
        String order = "{\"symbol\":\"IBM\",\"action\":\"SELL\",\"quantity\":5,\"type\":\"LMT\",";
        if (path.startsWith("/drafts") || path.startsWith("/orders")) {
            boolean draft = path.startsWith("/drafts");
            post("/instruments/IBM/shortable", "{\"shortable\":" + !path.endsWith("locate") + "}");
            post("/manual-orders", order + "\"limitPrice\":\"120\",\"transmit\":" + !draft + "}");
        }
        if (path.equals("/front/confirm")) {
            post("/front/restart", "{\"confirmation\":true}");
        }
        if (path.startsWith("/clients")) {
            new ClientCall(server.port(), 7).awaitStart();
        }
    }

    private String concrete(Operation operation) throws Exception {
        List<?> orders = (List<?>) Json.read(get("/orders").body());
        List<?> drafts = (List<?>) Json.read(get("/drafts").body());
        String permId =
                orders.isEmpty() ? "0" : String.valueOf(map(orders.getLast()).get("permId"));
        String number =
                drafts.isEmpty() ? "0" : String.valueOf(map(drafts.getLast()).get("number"));
        return operation
                .path()
                .replace("{permId}", permId)
                .replace("{number}", number)
                .replace("{symbol}", "IBM")
                .replace("{clientId}", "7");
    }

    /** Both sides know the same fields, but for those that are there only sometimes. */
    private static void compare(
            String where, Object value, Map<?, ?> schema, Map<?, ?> document, List<String> wrong) {
        Map<?, ?> meant = schema;
        if (schema.containsKey("oneOf")) {
            meant = map(((List<?>) at(schema, "oneOf")).getFirst());
        }
        if (meant.containsKey("$ref")) {
            String name = String.valueOf(meant.get("$ref"));
            meant =
                    map(
                            at(
                                    document,
                                    "components",
                                    "schemas",
                                    name.substring(name.lastIndexOf('/') + 1)));
        }
        if (value instanceof List<?> list) {
            for (Object element : list) {
                compare(where + "[]", element, map(at(meant, "items")), document, wrong);
            }
        } else if (value instanceof Map<?, ?> members && meant.containsKey("properties")) {
            Map<?, ?> properties = map(at(meant, "properties"));
            for (Object name : members.keySet()) {
                if (!properties.containsKey(name)) {
                    wrong.add(where + "." + name + " is not in the document");
                }
            }
            for (Map.Entry<?, ?> property : properties.entrySet()) {
                Object member = members.get(property.getKey());
                if (member != null) {
                    compare(
                            where + "." + property.getKey(),
                            member,
                            map(property.getValue()),
                            document,
                            wrong);
                } else if (!SOMETIMES.contains(property.getKey())) {
                    wrong.add(where + "." + property.getKey() + " is only in the document");
                }
            }
        }
    }

    private Map<?, ?> document() throws Exception {
        return map(Json.read(get("/openapi.json").body()));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri(path)).GET().build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.controlPort() + path);
    }

    private static Object at(Map<?, ?> map, String... names) {
        Object value = map;
        for (String name : names) {
            value = map(value).get(name);
        }
        if (value == null) {
            throw new AssertionError("nothing at " + List.of(names));
        }
        return value;
    }

    private static Map<?, ?> map(@org.jspecify.annotations.Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new AssertionError("an object is expected, was " + value);
    }

    private static String lower(String method) {
        return method.toLowerCase(java.util.Locale.ROOT);
    }
}
