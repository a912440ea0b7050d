package dev.monger.tws.codec;

import java.util.ArrayList;
import java.util.List;

/** Writes nothing, but remembers the names of the fields. */
final class RecordingFields implements Fields {

    private final int version;
    private final List<String> names = new ArrayList<>();

    RecordingFields(int version) {
        this.version = version;
    }

    List<String> names() {
        return names;
    }

    @Override
    public boolean since(int since) {
        return version >= since;
    }

    @Override
    public String text(String name, String value) {
        return named(name, value);
    }

    @Override
    public String escapedText(String name, String value) {
        return named(name, value);
    }

    @Override
    public int integer(String name, int value) {
        return named(name, value);
    }

    @Override
    public int integer(String name, int value, Unset unset) {
        return named(name, value);
    }

    @Override
    public long number(String name, long value) {
        return named(name, value);
    }

    @Override
    public boolean flag(String name, boolean value) {
        return named(name, value);
    }

    @Override
    public long decimal(String name, long value, DecimalForm form) {
        return named(name, value);
    }

    @Override
    public int count(String name, int size) {
        return named(name, size);
    }

    @Override
    public void filler(String value) {
        names.add("filler");
    }

    @Override
    public void refuse(String name, String reason) {
        throw new AssertionError(name + ": " + reason);
    }

    @Override
    public boolean isRefused() {
        return false;
    }

    private <T> T named(String name, T value) {
        names.add(name.replace(" ", ""));
        return value;
    }
}
