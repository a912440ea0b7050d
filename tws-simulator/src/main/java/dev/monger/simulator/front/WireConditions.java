package dev.monger.simulator.front;

import dev.monger.simulator.backend.Condition;
import dev.monger.simulator.backend.OrderTerms;
import dev.monger.tws.message.OrderCondition;
import dev.monger.tws.message.OrderConditions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions as the wire writes them, read for the broker. */
final class WireConditions {
    private WireConditions() {}

    /** What the order waits for, or null when a time in it is none. */
    static OrderTerms.@Nullable Start read(OrderConditions written, long afterNanos) {
        List<Condition> conditions = new ArrayList<>();
        for (OrderCondition one : written.conditions()) {
            Condition condition =
                    switch (one) {
                        case OrderCondition.Price price ->
                                new Condition.Price(
                                        price.and(),
                                        price.isMore(),
                                        price.priceE8(),
                                        price.conId(),
                                        price.triggerMethod());
                        case OrderCondition.Time time ->
                                new Condition.Time(
                                        time.and(), time.isMore(), TimeTexts.parse(time.time()));
                        case OrderCondition.Margin margin ->
                                new Condition.Margin(
                                        margin.and(), margin.isMore(), margin.percent());
                        case OrderCondition.Execution execution ->
                                new Condition.Execution(execution.and(), execution.symbol());
                        case OrderCondition.Volume volume ->
                                new Condition.Volume(
                                        volume.and(),
                                        volume.isMore(),
                                        volume.volume(),
                                        volume.conId());
                        case OrderCondition.PercentChange change ->
                                new Condition.PercentChange(
                                        change.and(),
                                        change.isMore(),
                                        change.changePercentE8(),
                                        change.conId());
                    };
            if (condition instanceof Condition.Time time && time.nanos() == TimeTexts.MALFORMED) {
                return null;
            }
            conditions.add(condition);
        }
        return new OrderTerms.Start(
                afterNanos, conditions, written.ignoreRegularHours(), written.cancelOrder());
    }
}
