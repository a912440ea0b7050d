package dev.monger.manager;

import dev.monger.core.manager.Member;
import dev.monger.core.manager.Part;
import dev.monger.core.manager.ProcessLife;
import dev.monger.engine.avro.Amounts;
import dev.monger.engine.manager.FleetView;
import dev.monger.manager.process.Child;
import dev.monger.schemas.CommandOutcome;
import dev.monger.schemas.CommandResult;
import dev.monger.schemas.LifeCycle;
import dev.monger.schemas.LinkState;
import dev.monger.schemas.TickerStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the engine and the processes show, in the words of the HTTP interface. */
final class FleetPicture {

    private FleetPicture() {}

    static List<TickerState> fleet(
            FleetView view, String account, Function<String, Optional<Child>> children) {
        return view.tickers().stream()
                .map(ticker ->
                        ticker(
                                ticker,
                                account,
                                children.apply(ticker.member().ticker().value()).orElse(null)))
                .toList();
    }

    private static TickerState ticker(
            FleetView.TickerView view, String account, @Nullable Child child) {
        Member member = view.member();
        TickerStatus status = view.status();
        // An earlier process's last word tells what is held, not how this process is.
        boolean current =
                child != null
                        && status != null
                        && status.getRecordedAt().toEpochMilli() >= child.startedAtMillis();
        return new TickerState(
                member.ticker().value(),
                account,
                trading(member.life(), status, current),
                new TickerState.Running(
                        member.clientId().value(),
                        child == null ? null : child.pid(),
                        child == null ? null : child.httpPort(),
                        view.restarts()),
                switch (member.life()) {
                    case ProcessLife.Stopped _, ProcessLife.Stopping _ -> "STOPPED";
                    case ProcessLife.Waiting _,
                            ProcessLife.Starting _,
                            ProcessLife.Running _,
                            ProcessLife.BackingOff _ ->
                            "RUNNING";
                },
                alarms(member, status, current));
    }

    private static TickerState.Trading trading(
            ProcessLife life, @Nullable TickerStatus status, boolean current) {
        if (status == null) {
            String unknown = LinkState.UNKNOWN.name();
            return new TickerState.Trading(
                    lifeCycle(life).name(), unknown, unknown, unknown, null, false, null, null, 0);
        }
        return new TickerState.Trading(
                current ? status.getLifeCycle().name() : lifeCycle(life).name(),
                link(status.getGatewayLink(), current),
                link(status.getBrokerLink(), current),
                link(status.getDataLink(), current),
                current ? status.getDataAgeMillis() : null,
                status.getHalted(),
                status.getBreach(),
                decimal(status.getOwnPosition()),
                status.getWorkingOrders());
    }

    private static String link(LinkState told, boolean current) {
        return (current ? told : LinkState.UNKNOWN).name();
    }

    /** What is known of a ticker whose present process has not said a word. */
    private static LifeCycle lifeCycle(ProcessLife life) {
        return switch (life) {
            case ProcessLife.Stopped _, ProcessLife.Stopping _ -> LifeCycle.STOPPED;
            case ProcessLife.Waiting _,
                    ProcessLife.Starting _,
                    ProcessLife.Running _,
                    ProcessLife.BackingOff _ ->
                    LifeCycle.STARTING;
        };
    }

    private static List<String> alarms(
            Member member, @Nullable TickerStatus status, boolean current) {
        List<String> alarms = new ArrayList<>();
        if (member.life() instanceof ProcessLife.BackingOff backingOff) {
            alarms.add(
                    "monger-crashed: its process ended "
                            + backingOff.crashes()
                            + " times in a row; it is started again, its log tells why");
        }
        if (member.life() instanceof ProcessLife.Starting starting && starting.overdue()) {
            alarms.add("start-overdue: its process is not ready; its links tell what is missing");
        }
        if (member.heard().missed()) {
            alarms.add("heartbeat-missing: its process runs but says nothing");
        }
        if (status != null && current) {
            alarms.addAll(status.getAlarms());
        }
        return alarms;
    }

    static CommandState command(FleetView.CommandView view) {
        List<CommandState.PartState> results = new ArrayList<>();
        for (Map.Entry<String, Part> part : view.undertaking().parts().entrySet()) {
            CommandResult record = null;
            for (CommandResult result : view.results()) {
                if (result.getTicker().equals(part.getKey())) {
                    record = result;
                }
            }
            results.add(part(part.getKey(), part.getValue(), record));
        }
        return new CommandState(
                view.undertaking().order().id().value(),
                view.undertaking().order().kind().name(),
                Amounts.instant(view.issuedAtWallNanos()),
                Amounts.instant(view.deadlineWallNanos()),
                view.undertaking().ended(),
                results);
    }

    private static CommandState.PartState part(
            String target, Part part, @Nullable CommandResult record) {
        CommandOutcome outcome = outcome(part);
        // A word that came after the end does not change it.
        boolean told = record != null && record.getOutcome() == outcome;
        return new CommandState.PartState(
                target,
                outcome.name(),
                told && record != null ? record.getText() : text(part),
                part instanceof Part.Done done ? done.proof() : null,
                told && record != null && record.getResidualPosition() != null
                        ? decimal(record.getResidualPosition())
                        : null,
                told && record != null ? record.getResidualOrders() : List.of());
    }

    private static CommandOutcome outcome(Part part) {
        return switch (part) {
            case Part.Sent _ -> CommandOutcome.PROGRESS;
            case Part.Accepted _ -> CommandOutcome.ACCEPTED;
            case Part.Done _ -> CommandOutcome.DONE;
            case Part.Failed _ -> CommandOutcome.FAILED;
        };
    }

    private static String text(Part part) {
        return switch (part) {
            case Part.Sent _ -> "sent";
            case Part.Accepted accepted -> accepted.text();
            case Part.Done _ -> "done";
            case Part.Failed failed -> failed.residual();
        };
    }

    private static String decimal(java.math.BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
