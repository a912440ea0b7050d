package dev.monger.fleet.world;

import dev.monger.engine.EngineOutput;

/** The witness of a world at which nobody looks. */
final class Nobody implements Witness {

    @Override
    public void stepped(Stepped step) {}

    @Override
    public void published(String writer, EngineOutput.Publish record) {}

    @Override
    public void lived(House house, String what) {}

    @Override
    public void broke(House house, RuntimeException failure) {}
}
