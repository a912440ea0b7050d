package dev.monger.simulator.fault;

import dev.monger.simulator.venue.Agenda;
import java.util.List;

/** Faults of links, farms and doors that happen by themselves. */
final class LinkDeeds {
    private final FaultWorld world;
    private final Agenda agenda;
    private final Link link;
    private final Doors doors;
    private final GatewayState gateway;
    private final List<SessionFaults> sessions;

    LinkDeeds(
            FaultWorld world,
            Agenda agenda,
            Link link,
            Doors doors,
            GatewayState gateway,
            List<SessionFaults> sessions) {
        this.world = world;
        this.agenda = agenda;
        this.link = link;
        this.doors = doors;
        this.gateway = gateway;
        this.sessions = sessions;
    }

    /** The link is lost, some times over, and comes back. */
    void loseLink(Fault fault) {
        Link.Manner manner = Link.Manner.of(fault);
        link.lose(manner);
        long losses = fault.whole("losses");
        for (long loss = 1; loss < losses; loss++) {
            after(loss * fault.nanos("gapMillis"), () -> link.lose(manner));
        }
        long last = (losses - 1) * fault.nanos("gapMillis");
        boolean kept = fault.has("data", "kept");
        after(last + fault.nanos("outageMillis"), () -> link.restoreIfLost(kept));
    }

    /** A data farm is broken and OK again. */
    void flapFarm(Fault fault) {
        Farm farm =
                switch (fault.text("farm")) {
                    case "market" -> new Farm(2103, "Market data farm connection is ", "usfarm");
                    case "history" -> new Farm(2105, "HMDS data farm connection is ", "ushmds");
                    default -> new Farm(2157, "Sec-def data farm connection is ", "secdefil");
                };
        world.notice(farm.code(), farm.text() + "broken:" + farm.name());
        if (fault.has("data", "lost")) {
            silence(farm, fault.nanos("outageMillis"));
        }
        after(
                fault.nanos("outageMillis"),
                () -> world.notice(farm.code() + 1, farm.text() + "OK:" + farm.name()));
    }

    private void silence(Farm farm, long forNanos) {
        switch (farm.name()) {
            case "usfarm" -> sessions.forEach(SessionFaults::silenceLive);
            case "ushmds" -> sessions.forEach(SessionFaults::silenceKept);
            default -> gateway.referenceIsAway(world.backend().venue().nowNanos() + forNanos);
        }
    }

    private record Farm(int code, String text, String name) {}

    /** TWS goes down and comes back. */
    void restart(Fault fault) {
        doors.closeFor(fault.nanos("downMillis"));
        world.restartFront();
    }

    /** The login expires. */
    void expireLogin() {
        doors.expire();
        world.restartFront();
    }

    /** Another session of the same user takes the live data for a while. */
    void compete(Fault fault) {
        gateway.competes(world.backend().venue().nowNanos() + fault.nanos("forMillis"));
        link.pass(Turn.STREAMS, () -> sessions.forEach(SessionFaults::compete));
    }

    private void after(long nanos, Runnable deed) {
        agenda.at(world.backend().venue().nowNanos() + nanos, deed);
    }
}
