package dev.monger.engine.avro;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.AssignmentFields;
import dev.monger.core.model.FieldProblem;
import java.util.List;

/** Between the core's assignment and the record of {@code fleet.assignments}. */
public final class AssignmentRecords {

    private AssignmentRecords() {}

    /** Writes a record; its text is binding, the other fields are for reading. */
    public static dev.monger.schemas.Assignment write(
            Assignment assignment, long version, boolean enabled, Stamp stamp) {
        return dev.monger.schemas.Assignment.newBuilder()
                .setSequence(stamp.sequence())
                .setOccurredAt(stamp.occurredAt())
                .setRecordedAt(stamp.recordedAt())
                .setLeaseEpoch(stamp.leaseEpoch())
                .setTicker(assignment.ticker().value())
                .setAccount(assignment.account().value())
                .setVersion(version)
                .setEnabled(enabled)
                .setConId(
                        assignment.contract().conId() == null
                                ? null
                                : assignment.contract().conId().value())
                .setSymbol(assignment.contract().symbol())
                .setSecurityType(assignment.contract().securityType())
                .setExchange(assignment.contract().exchange())
                .setPrimaryExchange(assignment.contract().primaryExchange())
                .setCurrency(assignment.contract().currency())
                .setUnitQuantity(Amounts.decimal(assignment.sizing().unit().units()))
                .setMaximumQuantity(Amounts.decimal(assignment.sizing().maximum().units()))
                .setText(FlatJson.write(AssignmentFields.write(assignment)))
                .build();
    }

    /** Reads the binding text of a record. */
    public static AssignmentFields.Outcome read(dev.monger.schemas.Assignment assignment) {
        try {
            return AssignmentFields.read(FlatJson.read(assignment.getText()));
        } catch (IllegalArgumentException refused) {
            return new AssignmentFields.Outcome.Refused(
                    List.of(
                            new FieldProblem(
                                    "text", assignment.getText(), String.valueOf(refused))));
        }
    }
}
