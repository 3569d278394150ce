package dev.parley.local.stack;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what people would have been told. */
final class RecordedProgress implements Progress {

    final List<String> ready = new CopyOnWriteArrayList<>();
    final List<String> stopped = new CopyOnWriteArrayList<>();
    final List<String> died = new CopyOnWriteArrayList<>();

    @Override
    public void ready(Part part, double seconds) {
        ready.add(part.name());
    }

    @Override
    public void stopped(Part part, double seconds) {
        stopped.add(part.name());
    }

    @Override
    public void died(Part part, String ending, String next) {
        died.add(part.name() + ": " + ending + ": " + next);
    }

    @Override
    public void say(String line) {}
}
