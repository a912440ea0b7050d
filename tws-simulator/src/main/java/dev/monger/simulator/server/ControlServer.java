package dev.monger.simulator.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.monger.simulator.TwsSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The control API: JSON over HTTP, described by /openapi.json; every answer is made on the loop
 * thread.
 */
final class ControlServer {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;
    private static final int LONGEST_WAIT_SECONDS = 30;
    private static final int MOST_BODY_BYTES = 1 << 20;

    private final SimulatorLoop loop;
    private final TwsSimulator simulator;
    private final ControlActions actions;
    private final FaultActions faultActions;
    private final HttpServer server;

    ControlServer(SimulatorLoop loop, TwsSimulator simulator, InetSocketAddress address)
            throws IOException {
        this.loop = loop;
        this.simulator = simulator;
        this.actions = new ControlActions(simulator);
        this.faultActions = new FaultActions(simulator.faults());
        this.server = HttpServer.create(address, 0);
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/openapi.json")) {
                answer(exchange, OK, openApi());
                return;
            }
            String body = body(exchange);
            Callable<Object> question = question(exchange.getRequestMethod() + " " + path, body);
            if (question == null) {
                answer(exchange, NOT_FOUND, problem("no such operation; see /openapi.json"));
            } else {
                ask(exchange, question);
            }
        }
    }

    private void ask(HttpExchange exchange, Callable<Object> question) throws IOException {
        try {
            Object view = loop.ask(question).get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            answer(exchange, OK, Json.write(view));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            String text =
                    cause == null || cause.getMessage() == null ? "unknown" : cause.getMessage();
            boolean asked = cause instanceof BadInput || cause instanceof IllegalArgumentException;
            answer(exchange, asked ? BAD_REQUEST : UNAVAILABLE, problem(text));
        } catch (TimeoutException e) {
            answer(exchange, UNAVAILABLE, problem("the simulator is busy"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Callable<Object> question(String operation, String body) {
        Callable<Object> ofFaults = faultActions.question(operation, body);
        if (ofFaults != null) {
            return ofFaults;
        }
        return switch (operation) {
            case "GET /health" -> this::health;
            case "GET /books" -> () -> BooksView.books(simulator);
            case "GET /executions" -> () -> BooksView.executions(simulator);
            case "GET /orders" -> () -> BooksView.orders(simulator);
            case "GET /quotes" -> actions::quotes;
            case "POST /manual-orders" -> () -> actions.manualOrder(Json.object(body));
            case "POST /quotes" -> () -> actions.quote(Json.object(body));
            case "POST /front/restart" ->
                    () -> {
                        simulator.restartFront();
                        return health();
                    };
            default -> orderQuestion(operation, body);
        };
    }

    private @Nullable Callable<Object> orderQuestion(String operation, String body) {
        String[] parts = operation.split("/", -1);
        if (parts.length != 4 || !parts[0].equals("POST ") || !parts[1].equals("orders")) {
            return null;
        }
        return switch (parts[3]) {
            case "cancel" -> () -> actions.cancel(parts[2]);
            case "change" -> () -> actions.change(parts[2], Json.object(body));
            default -> null;
        };
    }

    private Map<String, Object> health() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("status", "UP");
        view.put("time", BooksView.time(simulator.nowNanos()));
        view.put("clock", loop.clock().text());
        view.put("session", simulator.venue().session().name());
        view.put("clientIds", simulator.front().clientIds());
        return view;
    }

    private static String problem(String text) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("problem", text);
        return Json.write(view);
    }

    private static String body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(MOST_BODY_BYTES);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.isBlank() ? "{}" : text;
    }

    private static String openApi() throws IOException {
        try (InputStream resource = ControlServer.class.getResourceAsStream("openapi.json")) {
            if (resource == null) {
                throw new IOException("openapi.json is not in the jar");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
