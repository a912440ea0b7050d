package dev.monger.simulator;

import dev.monger.simulator.fault.FaultKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test that shows a fault on the wire as a client sees it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Shows {
    /** The faults it shows. */
    FaultKind[] value();
}
