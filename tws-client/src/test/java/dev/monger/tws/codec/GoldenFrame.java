package dev.monger.tws.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One frame of the golden file, at one of the versions at which it has these bytes. */
record GoldenFrame(
        String id,
        boolean fromServer,
        boolean captured,
        int version,
        String call,
        List<String> fields,
        ByteBuffer frame) {

    /** All frames at all their versions. */
    static Stream<GoldenFrame> all() {
        try (InputStream stream =
                Objects.requireNonNull(
                        GoldenFrame.class.getResourceAsStream("/tws-golden-frames.jsonl"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().flatMap(GoldenFrame::parse).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<GoldenFrame> parse(String line) {
        FlatJson json = new FlatJson(line);
        List<Integer> versions = new ArrayList<>();
        String negotiated = json.scalar("negotiated_server_version");
        versions.add(negotiated.equals("null") ? 0 : Integer.parseInt(negotiated));
        json.list("same_bytes_at").forEach(version -> versions.add(Integer.parseInt(version)));
        return versions.stream()
                .map(version ->
                        new GoldenFrame(
                                json.scalar("id"),
                                json.scalar("direction").startsWith("server"),
                                json.scalar("kind").equals("captured"),
                                version,
                                json.scalar("call"),
                                json.list("fields"),
                                ByteBuffer.wrap(HexFormat.of().parseHex(json.scalar("hex")))));
    }

    boolean isHandshake() {
        return version == 0 || call.startsWith("handshake");
    }

    byte[] bytes() {
        byte[] bytes = new byte[frame.capacity()];
        frame.get(0, bytes);
        return bytes;
    }

    ByteBuffer payload() {
        return frame.slice(4, frame.capacity() - 4);
    }

    @Override
    public String toString() {
        return id + " at " + version + ": " + call;
    }
}
