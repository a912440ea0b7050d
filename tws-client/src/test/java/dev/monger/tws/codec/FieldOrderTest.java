package dev.monger.tws.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.tws.message.BondDetails;
import dev.monger.tws.message.CompletedState;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.ContractDetails;
import dev.monger.tws.message.Execution;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.OrderState;
import dev.monger.tws.message.ReferenceMessage;
import dev.monger.tws.message.TagValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The walks name the fields in the order of the tables (docs/sources.md), at every version. */
class FieldOrderTest {

    private static final Contract STOCK = Contract.stock(265598, "AAPL", "NASDAQ");

    static IntStream versions() {
        return IntStream.rangeClosed(151, 200);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void shouldWalkPlaceOrderAsTheTableSays(int version) {
        RecordingFields fields = new RecordingFields(version);
        var _ = PlaceOrderLayout.walk(fields, new OrderRequest.PlaceOrder(1, STOCK, Order.NONE));
        assertThat(fields.names()).isEqualTo(table("place-order", version));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void shouldWalkOpenOrderAsTheTableSays(int version) {
        RecordingFields fields = new RecordingFields(version);
        var _ =
                OpenOrderLayout.walk(
                        fields,
                        new OrderMessage.OpenOrder(1, 2, 3, STOCK, Order.NONE, OrderState.NONE));
        assertThat(withoutHedgingBlock(fields.names())).isEqualTo(table("open-order", version));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void shouldWalkCompletedOrderAsTheTableSays(int version) {
        RecordingFields fields = new RecordingFields(version);
        var _ =
                CompletedOrderLayout.walk(
                        fields,
                        new OrderMessage.CompletedOrder(3, STOCK, Order.NONE, CompletedState.NONE));
        assertThat(withoutHedgingBlock(fields.names()))
                .isEqualTo(table("completed-order", version));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void shouldWalkContractDataAsTheTableSays(int version) {
        RecordingFields fields = new RecordingFields(version);
        var _ =
                ContractDataLayout.walk(
                        fields, new ReferenceMessage.ContractData(1, ContractDetails.NONE));
        assertThat(fields.names()).isEqualTo(table("contract-data", version));
    }

    @ParameterizedTest
    @CsvSource({
        "151,110,128,96,31,40", "157,110,128,96,31,41", "163,113,131,96,31,42",
        "166,114,131,96,31,42", "170,115,136,101,31,42", "176,115,136,101,31,42",
        "177,114,135,100,31,42", "178,114,135,100,32,42", "182,114,135,100,32,43",
        "184,116,137,102,32,43", "186,116,138,102,32,44", "187,118,138,102,32,44",
        "189,119,139,102,32,44", "190,117,139,102,32,44", "192,118,139,102,32,44",
        "193,118,141,102,32,44", "194,118,141,102,32,44", "195,118,154,102,32,44",
        "198,118,155,103,33,44", "199,119,156,103,33,44", "200,119,156,103,33,44"
    })
    void shouldWriteAsManyFieldsAsTheReferenceCounts(int version, ArgumentsAccessor counts) {
        var server = new ServerMessageEncoder(version);
        assertThat(
                        count(
                                new ClientMessageEncoder(version)
                                        .encode(new OrderRequest.PlaceOrder(1, STOCK, Order.NONE))))
                .isEqualTo(counts.getInteger(1));
        assertThat(
                        count(
                                server.encode(
                                        new OrderMessage.OpenOrder(
                                                1, 2, 3, STOCK, Order.NONE, OrderState.NONE))))
                .isEqualTo(counts.getInteger(2));
        assertThat(
                        count(
                                server.encode(
                                        new OrderMessage.CompletedOrder(
                                                3, STOCK, Order.NONE, CompletedState.NONE))))
                .isEqualTo(counts.getInteger(3));
        assertThat(count(server.encode(new OrderMessage.ExecDetails(-1, STOCK, Execution.NONE))))
                .isEqualTo(counts.getInteger(4));
        ContractDetails stock =
                ContractDetails.builder(STOCK)
                        .secIds(List.of(new TagValue("ISIN", "US0378331005")))
                        .build();
        assertThat(count(server.encode(new ReferenceMessage.ContractData(1, stock))))
                .isEqualTo(counts.getInteger(5));
    }

    @Test
    void shouldWriteBondsWithHoursAndSizesFromTheirVersions() {
        var bond = new ReferenceMessage.BondContractData(1, BondDetails.NONE);
        assertThat(count(new ServerMessageEncoder(163).encode(bond))).isEqualTo(35);
        assertThat(count(new ServerMessageEncoder(164).encode(bond))).isEqualTo(36);
        assertThat(count(new ServerMessageEncoder(188).encode(bond))).isEqualTo(39);
    }

    private static int count(byte[] frame) {
        return GoldenFramesTest.fieldsOf(frame).size();
    }

    private static List<String> withoutHedgingBlock(List<String> names) {
        return names.stream()
                .filter(name ->
                        !name.startsWith("deltaNeutral")
                                || name.equals("deltaNeutralOrderType")
                                || name.equals("deltaNeutralAuxPrice")
                                || name.equals("deltaNeutralContract.present"))
                .toList();
    }

    private static List<String> table(String name, int version) {
        try (InputStream stream =
                Objects.requireNonNull(
                        FieldOrderTest.class.getResourceAsStream("/fields-of-" + name + ".txt"))) {
            Stream<String[]> rows =
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.split(" ", -1));
            return rows.filter(row ->
                            version >= Integer.parseInt(row[1])
                                    && version <= Integer.parseInt(row[2]))
                    .map(row -> row[0])
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
