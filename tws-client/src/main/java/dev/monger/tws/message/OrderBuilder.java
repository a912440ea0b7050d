package dev.monger.tws.message;

/** Sets the fields of an {@link Order} by name; see there for what they mean. */
public final class OrderBuilder {

    private String action;
    private long totalQuantityE8;
    private String orderType;
    private long limitPriceE8;
    private long auxPriceE8;
    private String timeInForce;
    private String account;
    private String orderRef;
    private boolean transmit;
    private int parentId;
    private String ocaGroup;
    private int ocaType;
    private boolean outsideRegularHours;
    private String goodAfterTime;
    private String goodTillDate;
    private int triggerMethod;
    private long trailStopPriceE8;
    private long trailingPercentE8;
    private long limitPriceOffsetE8;
    private boolean hidden;
    private int displaySize;
    private int minQuantity;
    private boolean allOrNone;
    private boolean whatIf;
    private OrderConditions conditions;
    private OrderExtras extras;

    OrderBuilder(Order from) {
        action = from.action();
        totalQuantityE8 = from.totalQuantityE8();
        orderType = from.orderType();
        limitPriceE8 = from.limitPriceE8();
        auxPriceE8 = from.auxPriceE8();
        timeInForce = from.timeInForce();
        account = from.account();
        orderRef = from.orderRef();
        transmit = from.transmit();
        parentId = from.parentId();
        ocaGroup = from.ocaGroup();
        ocaType = from.ocaType();
        outsideRegularHours = from.outsideRegularHours();
        goodAfterTime = from.goodAfterTime();
        goodTillDate = from.goodTillDate();
        triggerMethod = from.triggerMethod();
        trailStopPriceE8 = from.trailStopPriceE8();
        trailingPercentE8 = from.trailingPercentE8();
        limitPriceOffsetE8 = from.limitPriceOffsetE8();
        hidden = from.hidden();
        displaySize = from.displaySize();
        minQuantity = from.minQuantity();
        allOrNone = from.allOrNone();
        whatIf = from.whatIf();
        conditions = from.conditions();
        extras = from.extras();
    }

    public OrderBuilder action(String value) {
        action = value;
        return this;
    }

    public OrderBuilder totalQuantityE8(long value) {
        totalQuantityE8 = value;
        return this;
    }

    public OrderBuilder orderType(String value) {
        orderType = value;
        return this;
    }

    public OrderBuilder limitPriceE8(long value) {
        limitPriceE8 = value;
        return this;
    }

    public OrderBuilder auxPriceE8(long value) {
        auxPriceE8 = value;
        return this;
    }

    public OrderBuilder timeInForce(String value) {
        timeInForce = value;
        return this;
    }

    public OrderBuilder account(String value) {
        account = value;
        return this;
    }

    public OrderBuilder orderRef(String value) {
        orderRef = value;
        return this;
    }

    public OrderBuilder transmit(boolean value) {
        transmit = value;
        return this;
    }

    public OrderBuilder parentId(int value) {
        parentId = value;
        return this;
    }

    public OrderBuilder ocaGroup(String value) {
        ocaGroup = value;
        return this;
    }

    public OrderBuilder ocaType(int value) {
        ocaType = value;
        return this;
    }

    public OrderBuilder outsideRegularHours(boolean value) {
        outsideRegularHours = value;
        return this;
    }

    public OrderBuilder goodAfterTime(String value) {
        goodAfterTime = value;
        return this;
    }

    public OrderBuilder goodTillDate(String value) {
        goodTillDate = value;
        return this;
    }

    public OrderBuilder triggerMethod(int value) {
        triggerMethod = value;
        return this;
    }

    public OrderBuilder trailStopPriceE8(long value) {
        trailStopPriceE8 = value;
        return this;
    }

    public OrderBuilder trailingPercentE8(long value) {
        trailingPercentE8 = value;
        return this;
    }

    public OrderBuilder limitPriceOffsetE8(long value) {
        limitPriceOffsetE8 = value;
        return this;
    }

    public OrderBuilder hidden(boolean value) {
        hidden = value;
        return this;
    }

    public OrderBuilder displaySize(int value) {
        displaySize = value;
        return this;
    }

    public OrderBuilder minQuantity(int value) {
        minQuantity = value;
        return this;
    }

    public OrderBuilder allOrNone(boolean value) {
        allOrNone = value;
        return this;
    }

    public OrderBuilder whatIf(boolean value) {
        whatIf = value;
        return this;
    }

    public OrderBuilder conditions(OrderConditions value) {
        conditions = value;
        return this;
    }

    public OrderBuilder extras(OrderExtras value) {
        extras = value;
        return this;
    }

    /** Returns the order as it stands. */
    public Order build() {
        return new Order(
                action,
                totalQuantityE8,
                orderType,
                limitPriceE8,
                auxPriceE8,
                timeInForce,
                account,
                orderRef,
                transmit,
                parentId,
                ocaGroup,
                ocaType,
                outsideRegularHours,
                goodAfterTime,
                goodTillDate,
                triggerMethod,
                trailStopPriceE8,
                trailingPercentE8,
                limitPriceOffsetE8,
                hidden,
                displaySize,
                minQuantity,
                allOrNone,
                whatIf,
                conditions,
                extras);
    }
}
