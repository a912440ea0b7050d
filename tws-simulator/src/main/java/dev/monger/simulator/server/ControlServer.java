package dev.monger.simulator.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.monger.simulator.TwsSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;
    private static final int LONGEST_WAIT_SECONDS = 30;
    private static final int MOST_BODY_BYTES = 1 << 20;

    private final SimulatorLoop loop;
    private final List<Operation> operations = new ArrayList<>();
    private final HttpServer server;

    ControlServer(SimulatorLoop loop, TwsSimulator simulator, InetSocketAddress address)
            throws IOException {
        this.loop = loop;
        operations.addAll(new FrontActions(simulator, loop.clock()).operations());
        operations.addAll(new OrderActions(simulator).operations());
        operations.addAll(new MarketActions(simulator).operations());
        operations.addAll(new FaultActions(simulator.faults()).operations());
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
            if (comesFromAPage(exchange)) {
                answer(exchange, FORBIDDEN, problem("pages in a browser may not command TWS"));
                return;
            }
            if (path.equals("/openapi.json")) {
                answer(exchange, OK, openApi());
                return;
            }
            String body = body(exchange);
            Callable<Object> question = question(exchange.getRequestMethod(), path, body);
            if (question == null) {
                answer(exchange, NOT_FOUND, problem("no such operation; see /openapi.json"));
            } else {
                ask(exchange, question);
            }
        }
    }

    /**
     * A page of any site can send requests to this machine: browsers say so with Origin, and a page
     * that got another name for this address with Host.
     */
    private static boolean comesFromAPage(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        boolean local =
                host == null
                        || host.startsWith("127.0.0.1:")
                        || host.startsWith("localhost:")
                        || host.startsWith("[::1]:");
        return exchange.getRequestHeaders().containsKey("Origin") || !local;
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

    /** Everything the control API does. */
    List<Operation> operations() {
        return operations;
    }

    private @Nullable Callable<Object> question(String method, String path, String body) {
        for (Operation operation : operations) {
            Map<String, String> names = operation.names(path);
            if (names != null && operation.method().equals(method)) {
                return () ->
                        operation
                                .handler()
                                .answer(
                                        new Operation.Call(
                                                names, new RequestBody(Json.object(body))));
            }
        }
        return null;
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
