package dev.paperboy.library;

class InMemoryNudgesTest implements NudgesContract {

    private final Nudges nudges = new InMemoryNudges();

    @Override
    public Nudges nudges() {
        return nudges;
    }
}
