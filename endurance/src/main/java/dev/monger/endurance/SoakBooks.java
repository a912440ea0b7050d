package dev.monger.endurance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.monger.tws.message.Decimals;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the broker has in its books, compared with what clients were told. */
final class SoakBooks {

    private static final int MOST_FAILURES = 20;

    private final JsonNode orders;
    private final Map<String, List<String>> executions = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private int compared;
    private int comparedExecutions;

    private SoakBooks(JsonNode orders, JsonNode executions) {
        this.orders = orders;
        for (JsonNode one : executions) {
            this.executions
                    .computeIfAbsent(key(one), _ -> new ArrayList<>())
                    .add(one.path("execId").asText());
        }
    }

    /** Asks the simulator's control API. */
    static SoakBooks read(int controlPort) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return new SoakBooks(
                    list(http, controlPort, "orders"), list(http, controlPort, "executions"));
        }
    }

    private static JsonNode list(HttpClient http, int port, String name)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + name)).build();
        HttpResponse<InputStream> answer =
                http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        JsonNode read = new ObjectMapper().readTree(answer.body());
        return read.isArray() ? read : read.path(name);
    }

    private static String key(JsonNode one) {
        return one.path("clientId").asText() + "." + one.path("orderId").asText();
    }

    /** Returns what is in one of the two and not in the other. */
    List<String> differences(List<SoakClient> clients) {
        Map<String, SoakOrder> told = new TreeMap<>();
        for (SoakClient client : clients) {
            client.orders()
                    .forEach(
                            (orderId, order) -> told.put(client.clientId() + "." + orderId, order));
        }
        for (JsonNode booked : orders) {
            SoakOrder order = told.remove(key(booked));
            if (order == null) {
                fail(key(booked), "in the books, but of no client");
            } else {
                compare(key(booked), booked, order);
            }
        }
        told.keySet().forEach(key -> fail(key, "of a client, but not in the books"));
        return failures;
    }

    private void compare(String key, JsonNode booked, SoakOrder order) {
        compared++;
        String status = booked.path("status").asText();
        if (!status.equals(order.status())) {
            fail(key, status + " in the books, told as " + order.status());
        }
        long filledE8 = Decimals.of(booked.path("filled").asText());
        if (filledE8 != order.executedE8() || filledE8 != order.filledE8()) {
            fail(
                    key,
                    "filled "
                            + booked.path("filled").asText()
                            + " in the books, told as "
                            + Decimals.text(order.filledE8())
                            + ", executed "
                            + Decimals.text(order.executedE8()));
        }
        List<String> executed = executions.getOrDefault(key, List.of());
        comparedExecutions += executed.size();
        if (!executed.equals(order.execIds())) {
            fail(key, "executions " + executed + " in the books, told " + order.execIds());
        }
    }

    private void fail(String key, String what) {
        if (failures.size() < MOST_FAILURES) {
            failures.add("order " + key + ": " + what);
        }
    }

    String figures() {
        return "%,d orders and %,d executions agree with the books or are named"
                .formatted(compared, comparedExecutions);
    }
}
