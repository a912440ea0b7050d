package dev.monger.tws.codec;

import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.DeltaNeutralContract;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderConditions;
import dev.monger.tws.message.OrderExtras;
import dev.monger.tws.message.OrderRequest.PlaceOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes placeOrder for the usual order, of which most fields say nothing: those are copied in long
 * stretches instead of being walked over one by one.
 *
 * <p>The stretches come from the layout itself: two orders that differ in every field that may vary
 * are written by it, and what their bytes have in common never changes. An order that is not usual
 * is left to the layout.
 */
final class UsualOrders {

    /** Where an order may differ from another one; the contract counts as one place. */
    private static final int PLACES = 17;

    private static final int CONTRACT_PLACE = 1;

    /** The places before which something stands that never changes; the last is the end. */
    private static final List<Integer> STRETCHES = List.of(0, 10, 13, 14, 15, 16, PLACES);

    private static final String OWN_RULES = "IBKRATS";

    private final Sheet sheet = new Sheet();
    private final FieldWriter contracts;
    private final int longest;
    private final byte[][] stretches;
    private @Nullable Contract lastContract;
    private byte[] lastContractBytes = {};

    UsualOrders(int serverVersion) {
        contracts = new FieldWriter(serverVersion);
        List<byte[]> all = stretches(specimen(serverVersion, 1), specimen(serverVersion, 2));
        // Only the number of a specimen's contract varies; the fields behind it belong to it too.
        int behindNumber = bytesOf(Contract.byConId(1, "")).length - Words.BYTES - 2;
        byte[] behind = all.get(CONTRACT_PLACE + 1);
        all.set(CONTRACT_PLACE + 1, Arrays.copyOfRange(behind, behindNumber, behind.length));
        List<Integer> found =
                IntStream.range(0, all.size())
                        .filter(place -> all.get(place).length > Words.BYTES)
                        .boxed()
                        .toList();
        if (all.size() != PLACES + 1 || !found.equals(STRETCHES)) {
            throw new IllegalStateException(
                    "Invariant: an order varies in "
                            + PLACES
                            + " places and not before "
                            + STRETCHES
                            + ", not in "
                            + (all.size() - 1)
                            + " and before "
                            + found);
        }
        stretches = found.stream().map(all::get).toArray(byte[][]::new);
        longest = Arrays.stream(stretches).mapToInt(stretch -> stretch.length).sum();
    }

    private byte[] bytesOf(Contract contract) {
        contracts.begin();
        var _ =
                ContractFields.securityId(
                        contracts, ContractFields.twelve(contracts, contract), contract);
        byte[] frame = contracts.frame();
        return padded(frame, FieldWriter.LENGTH_BYTES, frame.length);
    }

    /** An order of which every field that may vary is written as one character. */
    private static byte[] specimen(int serverVersion, int value) {
        String text = Integer.toString(value);
        long valueE8 = Decimals.ofWhole(value);
        Order order =
                Order.builder(text, valueE8, text)
                        .limitPriceE8(valueE8)
                        .auxPriceE8(valueE8)
                        .timeInForce(text)
                        .ocaGroup(text)
                        .account(text)
                        .orderRef(text)
                        .transmit(value == 1)
                        .parentId(value)
                        .outsideRegularHours(value == 1)
                        .goodTillDate(text)
                        .ocaType(value)
                        .trailStopPriceE8(valueE8)
                        .build();
        FieldWriter writer = new FieldWriter(serverVersion);
        writer.begin();
        OrderRequestLayouts.write(
                writer, new PlaceOrder(value, Contract.byConId(value, ""), order));
        return writer.frame();
    }

    private static List<byte[]> stretches(byte[] one, byte[] other) {
        List<byte[]> stretches = new ArrayList<>();
        int from = FieldWriter.LENGTH_BYTES;
        for (int index = from; index < one.length; index++) {
            if (one[index] != other[index]) {
                stretches.add(padded(one, from, index));
                from = index + 2;
            }
        }
        stretches.add(padded(one, from, one.length));
        return stretches;
    }

    /** With a word of zeros behind, since it is copied by words. */
    private static byte[] padded(byte[] bytes, int from, int to) {
        return Arrays.copyOf(Arrays.copyOfRange(bytes, from, to), to - from + Words.BYTES);
    }

    /** Writes a usual order; false, and nothing written, when it is another one. */
    boolean write(FieldWriter writer, PlaceOrder m) {
        Order o = m.order();
        if (!isUsual(o) || !takeContract(m.contract())) {
            return false;
        }
        sheet.begin(writer, longest + lastContractBytes.length + lengthOfTexts(o));
        copy(0);
        sheet.number(m.orderId());
        sheet.copy(lastContractBytes);
        head(o);
        sheet.flag(o.transmit());
        sheet.number(o.parentId());
        copy(2);
        sheet.flag(o.outsideRegularHours());
        copy(3);
        sheet.text(o.goodTillDate());
        copy(4);
        sheet.number(o.ocaType());
        copy(5);
        sheet.optional(o.trailStopPriceE8());
        copy(6);
        return sheet.end(writer);
    }

    private void head(Order o) {
        sheet.knownText(o.action());
        sheet.optional(o.totalQuantityE8());
        sheet.knownText(o.orderType());
        sheet.optional(o.limitPriceE8());
        sheet.optional(o.auxPriceE8());
        sheet.knownText(o.timeInForce());
        sheet.text(o.ocaGroup());
        sheet.knownText(o.account());
        copy(1);
        sheet.text(o.orderRef());
    }

    private static int lengthOfTexts(Order o) {
        return o.action().length()
                + o.orderType().length()
                + o.timeInForce().length()
                + o.ocaGroup().length()
                + o.account().length()
                + o.orderRef().length()
                + o.goodTillDate().length();
    }

    private void copy(int stretch) {
        sheet.copy(stretches[stretch]);
    }

    // What is equal but not the same is written by the layout, which is right as well.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isUsual(Order o) {
        return o.extras() == OrderExtras.NONE
                && o.conditions() == OrderConditions.NONE
                && o.goodAfterTime().isEmpty()
                && o.triggerMethod() == 0
                && o.trailingPercentE8() == Decimals.UNSET
                && o.limitPriceOffsetE8() == Decimals.UNSET
                && !o.hidden()
                && o.displaySize() == Integer.MAX_VALUE
                && o.minQuantity() == Integer.MAX_VALUE
                && !o.allOrNone()
                && !o.whatIf()
                && isUsualType(o.orderType());
    }

    /** Some types have fields of their own. */
    private static boolean isUsualType(String type) {
        return switch (type) {
            case "LMT", "MKT", "STP", "STP LMT", "TRAIL" -> true;
            default -> false;
        };
    }

    /** The contract of the last order is mostly that of the next one, the very same object. */
    @SuppressWarnings("ReferenceEquality")
    private boolean takeContract(Contract contract) {
        if (contract != lastContract) {
            if (!isUsual(contract)) {
                return false;
            }
            lastContractBytes = bytesOf(contract);
            lastContract = contract;
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isUsual(Contract c) {
        return !c.isCombo()
                && c.comboLegs().isEmpty()
                && c.deltaNeutral() == DeltaNeutralContract.NONE
                && !c.exchange().equals(OWN_RULES);
    }
}
