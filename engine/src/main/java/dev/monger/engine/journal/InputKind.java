package dev.monger.engine.journal;

import dev.monger.engine.EngineInput;

/** The first byte of a frame's body; the numbers never change. */
enum InputKind {
    STARTED(1),
    LINK_OPENED(2),
    LINK_CLOSED(3),
    BYTES_READ(4),
    RECORD_READ(5),
    CAUGHT_UP(6),
    PREDICTION_MADE(7),
    HTTP_COMMAND(8),
    PROCESS_CHANGED(9),
    WOKE(10),
    TOPICS_LOST(11);

    private final int code;

    InputKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static InputKind of(EngineInput input) {
        return switch (input) {
            case EngineInput.Started _ -> STARTED;
            case EngineInput.LinkOpened _ -> LINK_OPENED;
            case EngineInput.LinkClosed _ -> LINK_CLOSED;
            case EngineInput.BytesRead _ -> BYTES_READ;
            case EngineInput.RecordRead _ -> RECORD_READ;
            case EngineInput.CaughtUp _ -> CAUGHT_UP;
            case EngineInput.PredictionMade _ -> PREDICTION_MADE;
            case EngineInput.HttpCommand _ -> HTTP_COMMAND;
            case EngineInput.ProcessChanged _ -> PROCESS_CHANGED;
            case EngineInput.Woke _ -> WOKE;
            case EngineInput.TopicsLost _ -> TOPICS_LOST;
        };
    }

    static InputKind of(int code) {
        for (InputKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new MalformedJournalException("a record of kind " + code);
    }
}
