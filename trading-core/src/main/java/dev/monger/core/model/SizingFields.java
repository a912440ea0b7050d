package dev.monger.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads and writes how much is traded; the price from which a tier holds is part of its keys. */
final class SizingFields {

    private static final String UNIT = "unit";
    private static final String MAXIMUM = "maximum";

    private SizingFields() {}

    static Sizing read(FieldReader reader) {
        Quantity unit = reader.quantity("sizing.unit", Sizing.DEFAULT.unit());
        Quantity maximum = reader.quantity("sizing.maximum", unit);
        reader.emptied(
                Sizing.TIERS, "tiers by price, as in 200: {unit: 50, maximum: 100}, or none");
        List<PriceTier> tiers = new ArrayList<>();
        for (String from : reader.between(Sizing.TIERS + ".", List.of(UNIT, MAXIMUM))) {
            PriceTier tier = tier(reader, from);
            if (tier != null) {
                tiers.add(tier);
            }
        }
        return reader.group("sizing", Sizing.DEFAULT, () -> new Sizing(unit, maximum, tiers));
    }

    private static @Nullable PriceTier tier(FieldReader reader, String from) {
        String key = Sizing.TIERS + "." + from;
        Price price = priceOf(from);
        if (price == null) {
            reader.problem(
                    new FieldProblem(
                            key, from, "a price above zero with tiers below it, as in 200.50"));
        }
        @Nullable Quantity unit =
                reader.<@Nullable Quantity>optional(
                        key + "." + UNIT, null, FieldReader::quantityOf);
        @Nullable Quantity maximum =
                reader.<@Nullable Quantity>optional(
                        key + "." + MAXIMUM, null, FieldReader::quantityOf);
        if (unit == null) {
            reader.problem(
                    new FieldProblem(
                            key + "." + UNIT, "", "missing: " + new FieldKind.Shares().wanted()));
        }
        return price == null || unit == null
                ? null
                : reader.<@Nullable PriceTier>group(
                        key,
                        null,
                        () -> new PriceTier(price, unit, maximum == null ? unit : maximum));
    }

    private static @Nullable Price priceOf(String text) {
        try {
            Price price = Price.of(text);
            return price.signum() > 0 ? price : null;
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    static void write(Sizing sizing, BiConsumer<String, @Nullable Object> put) {
        put.accept("sizing.unit", sizing.unit());
        put.accept("sizing.maximum", sizing.maximum());
        for (PriceTier tier : sizing.tiers()) {
            put.accept(Sizing.TIERS + "." + tier.from() + "." + UNIT, tier.unit());
            put.accept(Sizing.TIERS + "." + tier.from() + "." + MAXIMUM, tier.maximum());
        }
    }
}
